using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.LiveUpdates;

internal static class LiveUpdateServices
{
    public static IServiceCollection AddLiveUpdates(this IServiceCollection services) => services
        .AddSingleton<ChangeSignals>()
        .AddSingleton<LiveUpdateStream>();
}
