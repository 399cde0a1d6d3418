using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Bulk;

internal static class BulkServices
{
    public static IServiceCollection AddBulkChanges(this IServiceCollection services) => services.AddSingleton<BulkChange>();
}
