using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Audit;

internal static class AuditServices
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<AuditLog>()
        .AddSingleton<History>()
        .AddSingleton<RefusedChanges>()
        .AddSingleton<ChangeTelling>()
        .AddSingleton<ChangeJournal>()
        .AddSingleton<FollowingChanges>()
        .AddSingleton<IJournalRecovery, JournalRecovery>();
}
