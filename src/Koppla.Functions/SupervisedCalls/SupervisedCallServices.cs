using Koppla.Functions.OngoingCalls;
using Koppla.Functions.PlacedCalls;
using Koppla.Functions.Transfers;
using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.SupervisedCalls;

internal static class SupervisedCallServices
{
    public static IServiceCollection AddSupervisedCalls(this IServiceCollection services) => services
        .AddSingleton<SupervisedCallStore>()
        .AddSingleton<OngoingCallIndex>()
        .AddSingleton<Goals>()
        .AddSingleton<Placements>()
        .AddSingleton<PlacedCallDesk>()
        .AddSingleton<TransferTargets>()
        .AddSingleton<Transferors>()
        .AddSingleton<TransferStep>()
        .AddSingleton<TransferStart>()
        .AddSingleton<TransferDesk>()
        .AddSingleton<TransferPolicyRules>()
        .AddSingleton<OrganisationTransferPolicy>()
        .AddSingleton<WorkPlanner>()
        .AddSingleton<CallCommandSender>()
        .AddSingleton<SupervisedCallStart>()
        .AddSingleton<SupervisedCallRunner>()
        .AddSingleton<ICallSweeper, CallSweeper>()
        .AddSingleton<ICallEvents, CallEventsHandler>();
}
