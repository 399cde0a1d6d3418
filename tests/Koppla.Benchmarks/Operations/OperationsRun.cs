using Koppla.Local.Example;
using Koppla.Simulator.Calls;

namespace Koppla.Benchmarks.Operations;

/// <summary>Plays one call of each kind, one after the other, and counts what each asks of the tables.</summary>
internal sealed class OperationsRun(CountedStack stack)
{
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(30);

    public async Task<IReadOnlyList<PlayedCall>> PlayAsync(CancellationToken cancellation)
    {
        stack.Log.Take();
        var counted = new List<PlayedCall>();
        foreach (var kind in CallKinds.All)
        {
            var call = await PlayAsync(kind, cancellation);
            counted.Add(new PlayedCall(kind, stack.Log.Take(), 1 + call.Timeline.Count(entry => entry.Kind == TimelineKind.Callback)));
        }

        return counted;
    }

    private async Task<SimulatedCall> PlayAsync(CallKind kind, CancellationToken cancellation)
    {
        if (kind is { Telephone: { } telephone, Does: { } script })
        {
            stack.Simulator.Telephones.Script(telephone, script);
        }

        var call = await stack.Simulator.Calls.PlaceAsync(
            new PlaceCall { From = ExampleOrganisation.Customer.E164, To = kind.Called.E164 }, cancellation);
        await call.Settled.WaitAsync(CallLimit, cancellation);
        await call.HangUpAsync();
        await call.WaitForAsync(IsOver, cancellation).WaitAsync(CallLimit, cancellation);
        return call;
    }

    /// <summary>The app has done everything for a call when it answers the call's event, and the last event of one that it has answered.</summary>
    private static bool IsOver(SimulatedCall call) =>
        call.Timeline.Any(entry => entry.Kind == TimelineKind.EventGrid)
        && (call.Commands.All(command => command.Operation != "AnswerCall")
            || call.Timeline.Any(entry => entry.Kind == TimelineKind.Callback && entry.Text.StartsWith("CallDisconnected", StringComparison.Ordinal)));
}
