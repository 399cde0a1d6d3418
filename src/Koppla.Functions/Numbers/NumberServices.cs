using Koppla.Functions.Audit;
using Koppla.Functions.Numbers.Batches;
using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Numbers;

internal static class NumberServices
{
    public static IServiceCollection AddNumbers(this IServiceCollection services) => services
        .AddSingleton<NumberStore>()
        .AddSingleton<NumberBlocks>()
        .AddSingleton<NumberListing>()
        .AddSingleton<NumberChange>()
        .AddSingleton<NumberRelease>()
        .AddSingleton<HeldNumbers>()
        .AddSingleton<IChangeFollowUp, NumberFollowUp>()
        .AddSingleton<NumberList>()
        .AddSingleton<NumberSearch>()
        .AddSingleton<HolderSearch>()
        .AddSingleton<Holders>()
        .AddSingleton<Reservations>()
        .AddSingleton<Assignments>()
        .AddSingleton<NumberRoute>()
        .AddSingleton<BatchPlanner>()
        .AddSingleton<NumberBatch>()
        .AddSingleton<NumberImport>()
        .AddSingleton<NumberExport>()
        .AddSingleton<RangeForwarding>()
        .AddSingleton<ForwardingRules>()
        .AddSingleton<ForwardingChange>();
}
