using CsCheck;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Functions.Tests.SupervisedCalls;
using Koppla.Functions.Transfers;
using Koppla.Routing.Transfers;

namespace Koppla.Functions.Tests.Transfers;

/// <summary>What holds for a transfer whatever is asked and told, however often and in whichever order.</summary>
public sealed class TransferPropertyTests
{
    private const int MostTurns = 25;
    private const int MostTales = 3000;

    private static readonly FailureStep[] Steps = Enum.GetValues<FailureStep>();
    private static readonly LegFailure[] Failures = Enum.GetValues<LegFailure>();

    private static readonly Gen<(int Start, int Policy, (int Kind, int Detail)[] Turns)> Tales = Gen.Select(
        Gen.Int[0, 15],
        Gen.Int[0, 3],
        Gen.Select(Gen.Int[0, 15], Gen.Int[0, 31]).Array[1, MostTurns]);

    [Fact]
    public void The_transferee_always_hears_music_somebody_or_an_announcement() => Sample(told =>
    {
        var ear = new Ear(told.Tale.A);
        told.Play(_ =>
        {
            ear.Hear(told.Tale.Last.Commands);
            var call = told.Tale.Call;
            Assert.True(
                call.Phase is Phase.Ending or Phase.Ended || call.Transfer is null or { State: TransferState.Abandoned } || ear.HearsIn(call.Phase),
                $"{call.Phase} {call.Transfer?.State}, held {ear.IsHeld}");
        }, failed => ear.NotHeld());
    });

    [Fact]
    public void A_transfer_has_one_final_state_and_keeps_it() => Sample(told =>
    {
        var final = new Dictionary<string, TransferState>(StringComparer.Ordinal);
        told.Play(_ =>
        {
            if (told.Tale.Call.Transfer is { } transfer)
            {
                Assert.Equal(transfer.State, final.GetValueOrDefault(transfer.Id, transfer.State));
                if (transfer.IsFinal)
                {
                    final[transfer.Id] = transfer.State;
                }

                Assert.Equal(transfer.IsFinal, transfer.EndedAt is not null);
            }

            Assert.True(told.Tale.Call.Phase != Phase.Ended || told.Tale.Call.Transfer is not { IsFinal: false });
        });
    });

    [Fact]
    public void A_call_that_is_over_asks_for_nothing_but_to_be_hung_up() => Sample(told =>
    {
        var isOver = false;
        told.Play(_ =>
        {
            isOver |= told.Tale.Call.Phase is Phase.Ending or Phase.Ended;
            if (isOver)
            {
                Assert.All(told.Tale.Last.Commands, command => Assert.IsType<CallCommand.HangUp>(command));
            }
        });
    });

    [Fact]
    public void The_transferee_is_never_removed_nor_rung() => Sample(told => told.Play(_ =>
    {
        // One who has left is not waited for: whoever comes by that name is somebody else.
        if (told.Tale.Call.Transfer is not { State: TransferState.Abandoned })
        {
            Assert.DoesNotContain(told.Tale.Last.Commands, command => command is CallCommand.Remove { Who: var who } && who == told.Tale.A);
            Assert.DoesNotContain(told.Tale.Last.Commands, command => command is CallCommand.Invite { Leg.Target: var who } && who == told.Tale.A);
        }
    }));

    [Fact]
    public void What_is_told_twice_changes_nothing_more() => Sample(told => told.Play(again =>
    {
        if (again is { } happened)
        {
            var twice = CallMachine.On(told.Tale.Call, happened, told.Tale.Now);
            Assert.True(!twice.Changed || twice.Call.Phase == Phase.Ending, $"{happened} in {told.Tale.Call.Phase}");
        }
    }));

    [Fact]
    public void A_command_that_is_sent_again_has_the_same_name_and_a_new_one_another() => Sample(told =>
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        told.Play(_ =>
        {
            foreach (var command in told.Tale.Last.Commands)
            {
                var what = $"{command with { Context = "" }}";
                Assert.Equal(what, names.GetValueOrDefault(command.Context, what));
                names[command.Context] = what;
            }
        });
    });

    [Fact]
    public void A_call_with_a_transfer_is_the_same_when_it_is_read_again() => Sample(told => told.Play(_ =>
    {
        var call = told.Tale.Call.WithNotes(told.Tale.Last.Commands);
        var read = SupervisedCallMapping.FromEntity(SupervisedCallMapping.ToEntity(call));

        Assert.Equivalent(call, read, strict: true);
    }), tales: 100);

    private static void Sample(Action<Told> check, int tales = MostTales) => Tales.Sample(
        tale => check(new Told(tale.Start, Steps[tale.Policy], tale.Turns)), iter: tales, threads: 1);

    /// <summary>What the transferee hears, by the commands that were sent.</summary>
    private sealed class Ear(CallTarget who)
    {
        private bool plays;

        public bool IsHeld { get; private set; }

        public bool HearsIn(Phase phase) => phase == Phase.Talking ? !IsHeld : IsHeld || plays;

        public void NotHeld() => IsHeld = false;

        public void Hear(IEnumerable<CallCommand> commands)
        {
            foreach (var command in commands)
            {
                IsHeld = command switch
                {
                    CallCommand.Hold hold when hold.Who == who => true,
                    CallCommand.Unhold unhold when unhold.Who == who => false,
                    _ => IsHeld,
                };
                plays = command switch
                {
                    CallCommand.Play or CallCommand.PlayRingback => true,
                    CallCommand.StopMedia => false,
                    _ => plays,
                };
            }
        }
    }

    /// <summary>A tale whose turns are drawn by lot.</summary>
    private sealed class Told(int start, FailureStep policy, (int Kind, int Detail)[] turns)
    {
        public Tale Tale { get; } = new(byCaller: start % 2 == 1, withheld: start / 2 % 2 == 1)
        {
            Policy = PolicyOf(policy),
            RecallDevice = start % 8 is 4 or 6 ? TestCalls.App : TestCalls.Desk,
            NeedsKey = start >= 8,
        };

        /// <param name="check">Gets the event of each turn; null: none was told.</param>
        /// <param name="holdFails">Told before the machine is.</param>
        public void Play(Action<CallEvent?> check, Action<bool>? holdFails = null)
        {
            foreach (var (kind, detail) in turns)
            {
                CallEvent? told = null;
                switch (kind)
                {
                    case 0 or 1 when Tale.Call is { Phase: Phase.Talking, Transfer: null or { State: TransferState.Cancelled } }:
                        Tale.Begin(detail % 2 == 0 ? TransferMode.Announced : TransferMode.Direct);
                        break;
                    case 2:
                        Tale.Complete();
                        break;
                    case 3:
                        Tale.Cancel();
                        break;
                    case 4:
                        Tale.Waits([.. Present(detail)]);
                        break;
                    default:
                        told = Event(kind, detail);
                        if (told is NotHeld)
                        {
                            holdFails?.Invoke(true);
                        }

                        Tale.Happens(told);
                        break;
                }

                if (Tale.Last.NeedsDecision)
                {
                    var unheld = Tale.Last.Commands;
                    Tale.Decided(TestCalls.TransferRing with { Legs = [new Leg(TestCalls.Desk, null, null)] });
                    Tale.Also(unheld);
                }

                check(told);
            }
        }

        private CallEvent Event(int kind, int detail) => kind switch
        {
            5 or 6 => new Joined(Id(kind, detail), TestCalls.Connection, Context(detail, "0"), Tale.Now, detail % 8 == 0 ? null : People[detail % 4]),
            7 or 8 or 9 => new NotJoined(
                Id(kind, detail), TestCalls.Connection, Context(detail, "0"), Tale.Now, null, Failures[detail % Failures.Length], "code", LateMeansNoAnswer: false),
            10 when detail < 3 => new Disconnected(Id(kind, detail), TestCalls.Connection, null, Tale.Now, "0/540000"),
            11 => new NotHeld(Id(kind, detail), TestCalls.Connection, Context(0, "hold"), Tale.Now, "code"),
            14 when Tale.Call.Transfer?.Target is { } target => new KeyPressed(
                Id(kind, detail), TestCalls.Connection, Context(detail, $"key-{target.AsText()}"), Tale.Now, detail % 4 == 0 ? '2' : '1'),
            15 when Tale.Call.Transfer?.Target is { } target => new NoKeyPressed(
                Id(kind, detail), TestCalls.Connection, Context(detail, $"key-{target.AsText()}"), Tale.Now, "400/8510"),
            12 => new Played(Id(kind, detail), TestCalls.Connection, Context(detail, "say"), Tale.Now),
            _ => new Roster(Id(kind, detail), TestCalls.Connection, null, Tale.Now, [.. Present(detail)], detail),
        };

        private CallTarget[] People => [Tale.A, Tale.B, Tale.C, TestCalls.Desk];

        private IEnumerable<CallTarget> Present(int detail) => detail >= 16
            ? People
            : People.Where((_, number) => (detail & (1 << number)) != 0);

        private string Context(int detail, string what) => $"{Tale.Call.Step - (detail % 5 == 4 ? 1 : 0)}.{what}";

        private string Id(int kind, int detail) => $"drawn-{kind}-{detail}-{Tale.Now.ToUnixTimeSeconds() / 4}";

        private static TransferPolicy PolicyOf(FailureStep step)
        {
            var action = new FailureAction(step, step == FailureStep.Number ? Numbers.Reception : null);
            return new(action, action, action, action);
        }
    }
}
