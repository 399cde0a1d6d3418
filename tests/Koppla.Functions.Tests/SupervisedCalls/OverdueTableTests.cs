using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using NodaTime;

namespace Koppla.Functions.Tests.SupervisedCalls;

/// <summary>What is done about a call in every phase when its deadline has passed, whatever the provider says of it.</summary>
public sealed class OverdueTableTests
{
    private const string Unasked = "unasked";
    private const string Unknown = "unknown";
    private const string Gone = "gone";
    private const string Alone = "the caller alone";
    private const string WithApp = "the caller and the app";

    private static readonly string[] Looks = [Unasked, Unknown, Gone, Alone, WithApp];

    private static readonly Dictionary<(Phase Phase, string Look), string> Table = new()
    {
        [(Phase.Answering, Gone)] = "Ended CallerGone",
        [(Phase.Answering, Alone)] = "Ending: hang-up",
        [(Phase.Answering, WithApp)] = "Ending: hang-up",
        [(Phase.Placing, Unasked)] = "Placing: create",
        [(Phase.Placing, Gone)] = "Ended NotPlaced",
        [(Phase.Placing, Alone)] = "Placing?",
        [(Phase.Placing, WithApp)] = "Placing?",
        [(Phase.Ringing, Gone)] = "Ended Abandoned: hang-up",
        [(Phase.Ringing, Alone)] = "Ringing?: cancel-invitation, cancel-invitation",
        [(Phase.Ringing, WithApp)] = "Talking: stop-media, cancel-invitation",
        [(Phase.Referring, Gone)] = "Ended Abandoned",
        [(Phase.Referring, Alone)] = "Referring?",
        [(Phase.Referring, WithApp)] = "Referring?",
        [(Phase.Transferring, Gone)] = "Ended Transferred",
        [(Phase.Transferring, Alone)] = "Transferring: transfer",
        [(Phase.Transferring, WithApp)] = "Transferring: transfer",
        [(Phase.Talking, Gone)] = "Ended Answered",
        [(Phase.Talking, Alone)] = "Ending: hang-up",
        [(Phase.Talking, WithApp)] = "Talking: stop-media, cancel-invitation",
        [(Phase.TransferRinging, Gone)] = "Ended Answered: hang-up",
        [(Phase.TransferRinging, Alone)] = "DirectRinging",
        [(Phase.TransferRinging, WithApp)] = "Talking: stop-media, unhold, cancel-invitation",
        [(Phase.Consulting, Gone)] = "Ended Answered: hang-up",
        [(Phase.Consulting, Alone)] = "Recalling: cancel-invitation, invite",
        [(Phase.Consulting, WithApp)] = "Talking: stop-media, unhold",
        [(Phase.DirectRinging, Gone)] = "Ended Answered: hang-up",
        [(Phase.DirectRinging, Alone)] = "Recalling: cancel-invitation, invite",
        [(Phase.DirectRinging, WithApp)] = "Recalling: cancel-invitation, invite",
        [(Phase.Confirming, Gone)] = "Ended Answered: hang-up",
        [(Phase.Confirming, Alone)] = "Recalling: invite",
        [(Phase.Confirming, WithApp)] = "Recalling: invite",
        [(Phase.Recalling, Gone)] = "Ended Answered: hang-up",
        [(Phase.Recalling, Alone)] = "RecallPause: cancel-invitation",
        [(Phase.Recalling, WithApp)] = "Talking: stop-media, unhold",
        [(Phase.RecallPause, Gone)] = "Ended Answered: hang-up",
        [(Phase.RecallPause, Alone)] = "Recalling: cancel-invitation, invite",
        [(Phase.RecallPause, WithApp)] = "Recalling: cancel-invitation, invite",
        [(Phase.Parting, Gone)] = "Ended Unanswered",
        [(Phase.Parting, Alone)] = "Ending: hang-up",
        [(Phase.Parting, WithApp)] = "Ending: hang-up",
        [(Phase.Ending, Gone)] = "Ended Referred",
        [(Phase.Ending, Alone)] = "Ending: hang-up",
        [(Phase.Ending, WithApp)] = "Ending: hang-up",
    };

    [Fact]
    public void Every_phase_and_look_has_the_effect_of_the_table()
    {
        var cells =
            from phase in Enum.GetValues<Phase>()
            from look in Looks
            select (phase, look, expected: Table.GetValueOrDefault((phase, look), phase == Phase.Ended ? TransitionText.Nothing : $"{phase}"));

        Assert.All(cells, cell => Assert.Equal(
            (cell.phase, cell.look, cell.expected),
            (cell.phase, cell.look, TransitionText.Of(CallMachine.Overdue(CallIn(cell.phase), LookOf(cell.look), TestCalls.Now)))));
    }

    [Fact]
    public void Whatever_is_looked_at_and_goes_on_is_looked_at_again()
    {
        var goesOn =
            from phase in Enum.GetValues<Phase>()
            from look in Looks
            let said = CallMachine.Overdue(CallIn(phase), LookOf(look), TestCalls.Now)
            where said is { Changed: true, NeedsDecision: false }
            select said.Call.Deadline;

        Assert.All(goesOn, deadline => Assert.InRange(deadline, TestCalls.Now + Duration.FromSeconds(1), TestCalls.Now + Duration.FromMinutes(10)));
    }

    [Theory]
    [InlineData(Phase.Answering, 91)]
    [InlineData(Phase.Ringing, 12 * 3600 + 1)]
    [InlineData(Phase.Ending, 12 * 3600 + 1)]
    public void A_call_of_which_the_provider_says_nothing_for_long_is_given_up(object phase, int seconds)
    {
        var call = TestCalls.In((Phase)phase) with { StepSince = TestCalls.Now - Duration.FromSeconds(seconds), Outcome = null };

        var said = CallMachine.Overdue(call, LookOf(Unknown), TestCalls.Now);

        Assert.StartsWith("Ended Lost", TransitionText.Of(said), StringComparison.Ordinal);
    }

    private static SupervisedCall CallIn(Phase phase) => TestCalls.In(phase) with { Deadline = TestCalls.Now - Duration.FromSeconds(1) };

    private static ConnectionState? LookOf(string look) => look switch
    {
        Unasked => null,
        Unknown => new ConnectionState(ConnectionPresence.Unknown, []),
        Gone => new ConnectionState(ConnectionPresence.Gone, []),
        Alone => new ConnectionState(ConnectionPresence.Connected, [TestCalls.Caller]),
        _ => new ConnectionState(ConnectionPresence.Connected, [TestCalls.Caller, TestCalls.App]),
    };
}
