using Koppla.Simulator.Telephones;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Calls;

/// <summary>One call, seen from outside. Every reading is a snapshot.</summary>
public sealed class SimulatedCall
{
    private readonly CallState state;

    internal SimulatedCall(CallState state) => this.state = state;

    /// <summary>The correlationId of all its events.</summary>
    public string Id => state.CorrelationId;

    public string ServerCallId => state.ServerCallId;

    /// <summary>The callConnectionId; null while the application is not in the call.</summary>
    public string? CallConnectionId => Read(call => call.Connection?.Id);

    public CallPhase State => Read(static call => call.Phase);

    /// <summary>Every party there was, in the order in which they came.</summary>
    public IReadOnlyList<CallLeg> Legs => Read(static call => call.Journal.Legs.ConvertAll(static leg => leg.Snapshot()));

    public IReadOnlyList<TimelineEntry> Timeline => Read(static call => call.Journal.Timeline.ToArray());

    /// <summary>The REST commands that concerned the call.</summary>
    public IReadOnlyList<ReceivedCommand> Commands => Read(static call => call.Journal.Commands.ToArray());

    /// <summary>Null until the call has one.</summary>
    public CallOutcome? Outcome => Read(static call => call.Journal.Outcome);

    /// <summary>Completes with the first outcome.</summary>
    public Task Settled => state.Journal.Settled;

    /// <summary>Completes when nobody is left in the call.</summary>
    public Task Ended => state.Journal.Ended;

    /// <summary>The first leg of this number or raw id that is not over, else the last that was; null when there never was one.</summary>
    public CallLeg? Leg(string numberOrRawId) => Read(call => Find(call, numberOrRawId)?.Snapshot());

    /// <summary>Completes when the condition holds, checked after every step of the call.</summary>
    public Task WaitForAsync(Func<SimulatedCall, bool> condition, CancellationToken cancellation) =>
        state.Journal.WaitForAsync(() => condition(this), cancellation);

    /// <summary>The caller hangs up, whether or not the call was answered.</summary>
    public Task HangUpAsync()
    {
        state.Caller?.Do(_ => state.HangUpCaller());
        return Task.CompletedTask;
    }

    /// <summary>A party hangs up; a telephone that still rings declines.</summary>
    /// <returns>False when this party is not in the call.</returns>
    public Task<bool> HangUpAsync(string numberOrRawId) => Act(numberOrRawId, static leg =>
    {
        if (leg == leg.Call.Caller)
            leg.Call.HangUpCaller();
        else
            leg.Call.Leave(leg, "hung up", EndOfCall.PartyHungUp);
    });

    /// <summary>A ringing telephone answers now, whatever its script says.</summary>
    /// <returns>False when it does not ring in this call.</returns>
    public Task<bool> AnswerAsync(string numberOrRawId) => Act(numberOrRawId, static leg => leg.Call.Answer(leg));

    /// <summary>A ringing telephone comes to nothing now, as a script that fails says.</summary>
    /// <returns>False when it does not ring in this call.</returns>
    public Task<bool> FailAsync(string numberOrRawId, TelephoneScript how) => Act(numberOrRawId, leg => leg.Call.Fail(leg, how.Failure!));

    /// <summary>The application is told again of the last event of this name.</summary>
    /// <returns>False when there was none.</returns>
    public Task<bool> TellAgainAsync(string name) => Task.FromResult(Read(call => call.Connection?.RaiseAgain(name) ?? false));

    /// <summary>A party presses keys: 0-9, A-D, * and #.</summary>
    /// <returns>False when this party is not in the call.</returns>
    public Task<bool> PressAsync(string numberOrRawId, string keys) => Act(numberOrRawId, leg => leg.Call.Press(leg, keys));

    internal DateTimeOffset Started => Read(static call => call.Journal.Started);

    internal void Forget() => state.Forget();

    private static Leg? Find(CallState call, string numberOrRawId)
    {
        var party = Party.From(numberOrRawId);
        var legs = call.Journal.Legs.FindAll(leg => leg.Party == party);
        return legs.Find(static leg => !leg.IsEnded) ?? legs.LastOrDefault();
    }

    private Task<bool> Act(string numberOrRawId, Action<Leg> act)
    {
        if (Read(call => Find(call, numberOrRawId)) is not { IsEnded: false } leg)
            return Task.FromResult(false);
        leg.Do(act);
        return Task.FromResult(true);
    }

    private T Read<T>(Func<CallState, T> read)
    {
        using (state.Gate.Enter())
            return read(state);
    }
}
