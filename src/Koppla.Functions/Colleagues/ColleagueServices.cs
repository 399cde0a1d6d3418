using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Colleagues;

internal static class ColleagueServices
{
    public static IServiceCollection AddColleagues(this IServiceCollection services) => services
        .AddSingleton<ColleagueIndex>()
        .AddSingleton<ColleagueSearch>();
}
