using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Koppla.Functions;

internal static class LogServices
{
    /// <summary>What the framework says of every request has its path in full, and so numbers.</summary>
    public static IServiceCollection AddLogFilters(this IServiceCollection services) =>
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning));
}
