using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Insight;

internal static class InsightServices
{
    public static IServiceCollection AddInsight(this IServiceCollection services) => services
        .AddSingleton<OrganisationView>()
        .AddSingleton<WeekReader>()
        .AddSingleton<PastReader>()
        .AddSingleton<IChangePreview, ChangePreview>();
}
