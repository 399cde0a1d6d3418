using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Routing.Decisions;
using Koppla.Simulator.Faults;
using Koppla.Simulator.Telephones;

namespace Koppla.Functions.Tests.Telephony;

/// <summary>Call control and call events together, against the simulated provider.</summary>
public sealed class SupervisedCallTests
{
    private static readonly CallTarget Caller = new CallTarget.Telephone(Numbers.Caller);
    private static readonly CallTarget Withheld = CallTarget.Withheld.Instance;
    private static readonly CallTarget Outside = new CallTarget.Telephone(Numbers.Outside);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_telephone_that_answers_joins_the_call_and_the_tone_is_broken_off()
    {
        await using var call = await SupervisedCall.StartAsync();
        var tone = new Uri("https://koppla.example/api/sounds/ringback.wav");

        Assert.Equal(CommandResult.Accepted, await call.Control.PlayAsync(call.Connection, new Prompt.Loop(tone), "tone", Cancellation));
        var invited = await InviteAsync(call);
        var joined = await call.NextAsync<Joined>();
        Assert.Equal(CommandResult.Accepted, await call.Control.StopMediaAsync(call.Connection, Cancellation));

        Assert.NotNull(invited.InvitationId);
        Assert.Equal((Outside, "ring"), (joined.Who, joined.Context));
        Assert.Equal("tone", (await call.NextAsync<PlayStopped>()).Context);
        var state = await call.Control.LookAsync(call.Connection, Cancellation);
        Assert.Equal(ConnectionPresence.Connected, state.Presence);
        Assert.Equal([Caller, Outside], state.Participants);
    }

    public static TheoryData<TelephoneScript, string> Failures => new()
    {
        { TelephoneScript.Busy(), "Busy" },
        { TelephoneScript.Decline(), "Declined" },
        { TelephoneScript.NoAnswer(TimeSpan.Zero), "NoAnswer" },
        { TelephoneScript.TemporarilyUnavailable(), "NoAnswer" },
        { TelephoneScript.Unreachable(), "NoConnection" },
        { TelephoneScript.Unreachable(Unreachability.NumberNotFound), "NoConnection" },
        { TelephoneScript.Unreachable(Unreachability.ServiceUnavailable), "NoConnection" },
        { TelephoneScript.Unreachable(Unreachability.NotRegistered), "NoConnection" },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Failures))]
    public async Task A_telephone_that_does_not_join_says_why(TelephoneScript script, string failure)
    {
        await using var call = await SupervisedCall.StartAsync();
        call.Simulator.Telephones.Script(Numbers.Outside.E164, script);

        await InviteAsync(call);
        var failed = await call.NextAsync<NotJoined>();

        Assert.Equal((Outside, "ring", failure), (failed.Who, failed.Context, failed.Failure.ToString()));
        Assert.NotEmpty(failed.Code);
    }

    [Fact]
    public async Task Ringing_ends_by_its_limit()
    {
        await using var call = await SupervisedCall.StartAsync();
        call.Simulator.Telephones.Script(Numbers.Outside.E164, TelephoneScript.NoAnswer());

        await InviteAsync(call, ringFor: TimeSpan.FromSeconds(1));

        Assert.Equal(LegFailure.NoAnswer, (await call.NextAsync<NotJoined>()).Failure);
    }

    [Fact]
    public async Task A_ringing_telephone_is_let_go()
    {
        await using var call = await SupervisedCall.StartAsync();
        call.Simulator.Telephones.Script(Numbers.Outside.E164, TelephoneScript.NoAnswer());
        var invited = await InviteAsync(call);

        var result = await call.Control.CancelInvitationAsync(
            call.Connection, invited.InvitationId!, "cancel", call.NextCommand(), Cancellation);

        Assert.Equal(CommandResult.Accepted, result);
        Assert.Equal(invited.InvitationId, (await call.NextAsync<InvitationCancelled>()).InvitationId);
    }

    [Fact]
    public async Task The_same_invitation_sent_again_rings_once()
    {
        await using var call = await SupervisedCall.StartAsync();
        var command = call.NextCommand();

        var once = await InviteAsync(call, command: command);
        var again = await InviteAsync(call, command: command);

        Assert.Equal(once, again);
        await call.NextAsync<Joined>();
        Assert.Equal(1, call.Simulator.Telephones.TimesRung(Numbers.Outside.E164));
    }

    [Fact]
    public async Task A_caller_ID_that_is_not_ours_is_refused()
    {
        await using var call = await SupervisedCall.StartAsync();
        var invitation = new Invitation(Outside, Numbers.Caller, null, TimeSpan.FromSeconds(20), "ring");

        var invited = await call.Control.InviteAsync(call.Connection, invitation, call.NextCommand(), Cancellation);

        Assert.Equal(new InvitationResult(new CommandResult(CommandStatus.Refused, "403/8500"), null), invited);
    }

    [Fact]
    public async Task Who_is_taken_out_is_no_longer_in_the_roster()
    {
        await using var call = await SupervisedCall.StartAsync();
        await InviteAsync(call);
        await call.NextAsync<Joined>();
        var before = await RosterAsync(call, 2);

        await call.Control.RemoveAsync(call.Connection, Outside, "remove", call.NextCommand(), Cancellation);
        var after = await RosterAsync(call, 1);

        Assert.Equal([Caller], after.Participants);
        Assert.True(after.Sequence > before.Sequence);
    }

    [Fact]
    public async Task A_caller_who_withholds_the_number_is_held_brought_back_and_taken_out()
    {
        await using var call = await SupervisedCall.StartAsync(withheld: true);
        var music = new Uri("https://koppla.example/api/sounds/hold.wav");
        Assert.Equal([Withheld], (await call.NextAsync<Roster>()).Participants);

        // Held twice: the command has no id, and is sent again when nobody knows whether it was taken.
        Assert.Equal(CommandResult.Accepted, await call.Control.HoldAsync(call.Connection, Withheld, music, "hold", Cancellation));
        Assert.Equal(CommandResult.Accepted, await call.Control.HoldAsync(call.Connection, Withheld, music, "hold", Cancellation));
        Assert.Equal([Withheld], (await call.Control.LookAsync(call.Connection, Cancellation)).Participants);
        Assert.Equal(CommandResult.Accepted, await call.Control.UnholdAsync(call.Connection, Withheld, "unhold", Cancellation));

        Assert.Equal(
            ["anonymous is on hold", "anonymous is on hold", "anonymous is off hold"],
            call.Call.Timeline.Select(entry => entry.Text).Where(text => text.EndsWith("hold", StringComparison.Ordinal)));
        Assert.Equal(
            CommandResult.Accepted,
            await call.Control.RemoveAsync(call.Connection, Withheld, "remove", call.NextCommand(), Cancellation));
        Assert.Empty((await RosterAsync(call, 0)).Participants);
    }

    [Fact]
    public async Task Somebody_who_is_not_in_the_call_is_not_held()
    {
        await using var call = await SupervisedCall.StartAsync();

        var held = await call.Control.HoldAsync(call.Connection, Withheld, music: null, "hold", Cancellation);

        Assert.Equal(CommandStatus.Refused, held.Status);
    }

    [Fact]
    public async Task Music_that_cannot_be_played_is_told()
    {
        await using var call = await SupervisedCall.StartAsync();
        call.Simulator.Faults.Media.Add(new MediaFault());

        await call.Control.HoldAsync(call.Connection, Caller, new Uri("https://koppla.example/none.wav"), "hold", Cancellation);
        var failed = await call.NextAsync<NotHeld>();

        Assert.Equal(("hold", "400/8536"), (failed.Context, failed.Code));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_party_alone_hears_a_prompt_and_a_second_one_is_refused_meanwhile(bool withheld)
    {
        await using var call = await SupervisedCall.StartAsync(withheld);
        var (caller, tone) = (withheld ? Withheld : Caller, new Prompt.Loop(new Uri("https://koppla.example/api/sounds/ringback.wav")));

        Assert.Equal(CommandResult.Accepted, await call.Control.PlayToAsync(call.Connection, caller, tone, "one", Cancellation));
        Assert.Equal(
            new CommandResult(CommandStatus.Refused, "400/8500"),
            await call.Control.PlayToAsync(call.Connection, caller, tone, "other", Cancellation));
        await call.Control.StopMediaAsync(call.Connection, Cancellation);

        Assert.Equal("one", (await call.NextAsync<PlayStopped>()).Context);
    }

    [Fact]
    public async Task A_referral_is_spoken_and_the_caller_is_handed_over()
    {
        await using var call = await SupervisedCall.StartAsync();

        await call.Control.PlayAsync(call.Connection, new Prompt.Speech("Jag är på semester.", Language.Swedish), "referral", Cancellation);
        Assert.Equal("referral", (await call.NextAsync<Played>()).Context);
        var result = await call.Control.TransferAsync(
            call.Connection, new Handover(Outside, Numbers.Reserved, "46846500410", "transfer"), call.NextCommand(), Cancellation);

        Assert.Equal(CommandResult.Accepted, result);
        Assert.Equal("transfer", (await call.NextAsync<Transferred>()).Context);
        await call.NextAsync<Disconnected>();
        Assert.Equal(ConnectionPresence.Gone, (await call.Control.LookAsync(call.Connection, Cancellation)).Presence);
    }

    [Fact]
    public async Task A_handover_to_somebody_busy_fails_and_the_call_is_still_there()
    {
        await using var call = await SupervisedCall.StartAsync();
        call.Simulator.Telephones.Script(Numbers.Outside.E164, TelephoneScript.Busy());

        await call.Control.TransferAsync(
            call.Connection, new Handover(Outside, Numbers.Reserved, null, "transfer"), call.NextCommand(), Cancellation);

        Assert.Equal(LegFailure.Busy, (await call.NextAsync<NotTransferred>()).Failure);
        Assert.Equal(ConnectionPresence.Connected, (await call.Control.LookAsync(call.Connection, Cancellation)).Presence);
    }

    [Fact]
    public async Task Hanging_up_ends_the_call_and_then_it_is_gone()
    {
        await using var call = await SupervisedCall.StartAsync();

        Assert.Equal(CommandResult.Accepted, await call.Control.HangUpAsync(call.Connection, call.NextCommand(), Cancellation));
        await call.NextAsync<Disconnected>();

        Assert.Equal(CommandStatus.CallGone, (await call.Control.HangUpAsync(call.Connection, call.NextCommand(), Cancellation)).Status);
    }

    private static Task<InvitationResult> InviteAsync(SupervisedCall call, TimeSpan? ringFor = null, CommandId? command = null) =>
        call.Control.InviteAsync(
            call.Connection,
            new Invitation(Outside, Numbers.Reserved, "46846500410", ringFor ?? TimeSpan.FromSeconds(20), "ring"),
            command ?? call.NextCommand(),
            Cancellation);

    private static async Task<Roster> RosterAsync(SupervisedCall call, int participants)
    {
        while (true)
        {
            var roster = await call.NextAsync<Roster>();
            if (roster.Participants.Length == participants)
            {
                return roster;
            }
        }
    }
}
