using Koppla.Simulator.Calls;

namespace Koppla.Benchmarks.Transfers;

/// <summary>From the start of asking until the provider had the command.</summary>
internal sealed record TransferTimes(TimeSpan Hold, TimeSpan Invite)
{
    public static TransferTimes Of(SimulatedCall call, DateTimeOffset asked) =>
        new(TimeOf(call, "Hold") - asked, TimeOf(call, "AddParticipant") - asked);

    /// <summary>Whether all of the transfer's commands have come.</summary>
    public static bool AreComplete(SimulatedCall call) =>
        call.Commands.Any(command => command.Operation == "Hold") && call.Commands.Count(command => command.Operation == "AddParticipant") == 2;

    private static DateTimeOffset TimeOf(SimulatedCall call, string operation) =>
        call.Commands.Last(command => command.Operation == operation && command.IsEffective).At;
}
