using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Users;

internal static class UserServices
{
    public static IServiceCollection AddUsers(this IServiceCollection services) => services
        .AddSingleton<UserStore>()
        .AddSingleton<UserNumbers>()
        .AddSingleton<UserRoute>()
        .AddSingleton<UserReading>()
        .AddSingleton<HandlingRules>()
        .AddSingleton<UserChange>();
}
