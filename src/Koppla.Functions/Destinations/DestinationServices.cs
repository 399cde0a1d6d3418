using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Destinations;

internal static class DestinationServices
{
    public static IServiceCollection AddDestinations(this IServiceCollection services) => services
        .AddSingleton<ForwardCounter>()
        .AddSingleton<ForwardRecords>()
        .AddHostedService<ForwardCounterRefresh>()
        .AddSingleton<ExternalForwardRules>()
        .AddSingleton<OrganisationDirectory>()
        .AddSingleton<PolicyBreaks>()
        .AddSingleton<OrganisationDestinationPolicy>()
        .AddSingleton<ForwardHealthStore>()
        .AddSingleton<ForwardHealth>()
        .AddSingleton<IForwardHealthRound, ForwardHealthRound>();
}
