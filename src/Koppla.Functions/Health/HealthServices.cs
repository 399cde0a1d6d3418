using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Koppla.Functions.Health;

internal static class HealthServices
{
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddReadiness<StorageHealthCheck>("storage")
        .AddSingleton<Readiness>();

    /// <summary>Something that the app needs to do its work; each feature that knows of such a thing adds it.</summary>
    /// <param name="name">As it is told to everybody.</param>
    /// <param name="arguments">Of the check's constructor, beside services.</param>
    public static IServiceCollection AddReadiness<TCheck>(this IServiceCollection services, string name, params object[] arguments)
        where TCheck : class, IHealthCheck
    {
        services.AddHealthChecks().Add(new HealthCheckRegistration(
            name,
            provider => new BoundedHealthCheck(
                ActivatorUtilities.CreateInstance<TCheck>(provider, arguments), provider.GetRequiredService<TimeProvider>()),
            failureStatus: null,
            tags: null));
        return services;
    }
}
