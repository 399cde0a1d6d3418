using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Organisations;

internal static class OrganisationServices
{
    public static IServiceCollection AddOrganisations(this IServiceCollection services) => services
        .AddSingleton<OrganisationStore>()
        .AddSingleton<OrganisationChange>()
        .AddSingleton<OrganisationCache>();
}
