using Koppla.Simulator.Events;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Calls.Media;

/// <summary>Plays prompts one after the other; a loop ends only when it is cancelled.</summary>
internal sealed class PlayOperation(Connection connection, OperationTag tag, IReadOnlyList<Prompt> prompts, bool loop) : MediaOperation(connection, tag)
{
    private AlarmClock? alarms;

    public override void Begin()
    {
        if (Problem() is { } problem)
        {
            Done(
                "PlayFailed",
                new(400, problem.SubCode, "Action failed, the source could not be played."),
                new CallEventData { FailedPlaySourceIndex = problem.Index });
            return;
        }

        Connection.Call.Note(TimelineKind.Call, $"plays {string.Join(", ", prompts.Select(static prompt => prompt.What))}{(loop ? ", again and again" : "")}{(Lane is { } listener ? $", to {listener.Party}" : "")}");
        Connection.Raise("PlayStarted", Tag, ResultInformation.Success);
        if (loop)
            return;
        alarms = new AlarmClock(Connection.Call.Time, () => Connection.Call.Gate);
        var length = prompts.Aggregate(TimeSpan.Zero, static (sum, prompt) => sum + prompt.Length);
        alarms.After(Scaled(length), () => Done("PlayCompleted", new(200, 0, "Action completed successfully.")));
    }

    public override void Cancel()
    {
        Silence();
        Connection.Raise("PlayCanceled", Tag, new(200, 0, "Action cancelled."));
    }

    public override void Silence() => alarms?.Clear();

    private (int Index, int SubCode)? Problem()
    {
        for (var index = 0; index < prompts.Count; index++)
        {
            if (prompts[index].SubCode is { } subCode)
                return (index, subCode);
        }

        return Connection.Call.Exchange.Faults.Media.Take("Play", Connection.Call.CorrelationId) is { } fault ? (0, fault.SubCode) : null;
    }
}
