using Koppla.Functions.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Numbers;

internal static class NumberServices
{
    public static IServiceCollection AddNumbers(this IServiceCollection services) => services
        .AddSingleton<NumberStore>()
        .AddSingleton<NumberBlocks>()
        .AddSingleton<NumberListing>()
        .AddSingleton<NumberChange>()
        .AddSingleton<IChangeFollowUp, NumberFollowUp>()
        .AddSingleton<NumberList>()
        .AddSingleton<NumberRoute>()
        .AddSingleton<ForwardingRules>()
        .AddSingleton<ForwardingChange>();
}
