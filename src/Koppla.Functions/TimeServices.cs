using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Koppla.Functions;

internal static class TimeServices
{
    public static IServiceCollection AddTime(this IServiceCollection services) => services
        .AddSingleton<IClock>(SystemClock.Instance)
        .AddSingleton(TimeProvider.System);
}
