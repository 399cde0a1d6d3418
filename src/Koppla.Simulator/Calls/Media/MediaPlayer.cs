using Koppla.Simulator.Events;
using Koppla.Simulator.Rest;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Calls.Media;

/// <summary>The media of one connection: a lane for everybody, whose operations queue, and one for each party, where they clash.</summary>
internal sealed class MediaPlayer(Connection connection)
{
    private readonly Queue<MediaOperation> waiting = new();
    private readonly Dictionary<Leg, MediaOperation> alone = [];
    private readonly Dictionary<Leg, ContinuousRecognition> continuous = [];
    private MediaOperation? main;

    public bool IsBusy => main is not null || alone.Count > 0;

    /// <summary>Starts an operation or queues it; a refusal when it clashes with what runs.</summary>
    public Reply? Start(MediaOperation operation, bool interrupt)
    {
        if (interrupt)
            CancelLane(operation.Lane);
        if (operation.Lane is { } leg)
        {
            if (!alone.TryAdd(leg, operation))
                return Refusals.MediaActive;
            operation.Begin();
            return null;
        }

        if (main is { LetsWait: false })
            return Refusals.MediaClash;
        waiting.Enqueue(operation);
        if (main is null)
            Next(lane: null);
        return null;
    }

    public void CancelAll()
    {
        CancelLane(lane: null);
        foreach (var leg in alone.Keys.ToArray())
            CancelLane(leg);
    }

    /// <summary>The operation of a lane is over: the next one begins.</summary>
    public void Next(Leg? lane)
    {
        if (lane is not null)
        {
            alone.Remove(lane);
            return;
        }

        main = waiting.TryDequeue(out var next) ? next : null;
        next?.Begin();
    }

    public void Press(Leg leg, string keys)
    {
        foreach (var key in keys)
        {
            if (continuous.TryGetValue(leg, out var recognition))
            {
                var heard = new CallEventData { SequenceId = recognition.Next(), Tone = Tones.Name(key) };
                connection.Raise("ContinuousDtmfRecognitionToneReceived", recognition.Tag, ResultInformation.Success, heard);
            }

            (alone.GetValueOrDefault(leg) ?? main)?.Hear(leg, key);
        }
    }

    public void ListenTo(Leg leg, OperationTag tag) => continuous[leg] = new ContinuousRecognition(tag);

    public bool StopListeningTo(Leg leg) => continuous.Remove(leg);

    /// <summary>A party is gone, and its lane with it.</summary>
    public void Forget(Leg leg)
    {
        CancelLane(leg);
        continuous.Remove(leg);
    }

    /// <summary>Stops everything without events.</summary>
    public void Silence()
    {
        main?.Silence();
        main = null;
        waiting.Clear();
        foreach (var operation in alone.Values)
            operation.Silence();
        alone.Clear();
        continuous.Clear();
    }

    private void CancelLane(Leg? lane)
    {
        if (lane is not null)
        {
            if (alone.Remove(lane, out var operation))
                operation.Cancel();
            return;
        }

        var running = main;
        var queued = waiting.ToArray();
        main = null;
        waiting.Clear();
        running?.Cancel();
        foreach (var operation in queued)
            operation.Cancel();
    }
}
