using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Calls;

internal static class CallServices
{
    public static IServiceCollection AddCallRecords(this IServiceCollection services) => services
        .AddSingleton<CallRecordStore>()
        .AddSingleton<CallRecorder>()
        .AddHostedService(provider => provider.GetRequiredService<CallRecorder>());
}
