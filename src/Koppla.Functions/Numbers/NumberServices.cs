using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Numbers;

internal static class NumberServices
{
    public static IServiceCollection AddNumbers(this IServiceCollection services) => services
        .AddSingleton<NumberStore>()
        .AddSingleton<NumberList>()
        .AddSingleton<NumberRoute>()
        .AddSingleton<ForwardingRules>()
        .AddSingleton<ForwardingChange>();
}
