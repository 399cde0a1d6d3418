using Koppla.Simulator.Events;

namespace Koppla.Simulator.Calls.Media;

/// <summary>Plays a prompt and collects keys from one party.</summary>
internal sealed class RecognizeOperation(Connection connection, OperationTag tag, RecognizeRules rules) : MediaOperation(connection, tag)
{
    private readonly List<string> tones = [];
    private readonly AlarmClock alarms = new(connection.Call.Time, () => connection.Call.Gate);
    private bool listening;

    public override bool LetsWait => false;

    public override void Begin()
    {
        if (Connection.Call.Exchange.Faults.Media.Take("Recognize", Connection.Call.CorrelationId) is not null)
        {
            Done("RecognizeFailed", new(500, 8511, "Action failed, the prompt could not be played."), new CallEventData { FailedPlaySourceIndex = 0 });
            return;
        }

        Connection.Call.Note(
            TimelineKind.Call, $"asks {rules.Target.Party} for keys: {string.Join(", ", rules.Prompts.Select(static prompt => prompt.What))}");
        if (rules.KeyInterruptsPrompt)
            StartListening();
        alarms.After(Scaled(rules.PromptLength), EndOfPrompt);
    }

    public override void Hear(Leg leg, char key)
    {
        if (!listening || leg != rules.Target)
            return;

        alarms.Clear();
        var tone = Tones.Name(key);
        if (rules.StopTones.Contains(tone, StringComparer.Ordinal))
        {
            Complete(8514, "Action completed, stop tone received.");
            return;
        }

        tones.Add(tone);
        if (tones.Count >= rules.MostTones)
            Complete(8531, "Action completed, max digits received.");
        else
            alarms.After(rules.InterTone, () => Fail(8532, "Action failed, inter-digit silence timeout reached."));
    }

    public override void Cancel()
    {
        Silence();
        Connection.Raise("RecognizeCanceled", Tag, new(200, 0, "Action cancelled."));
    }

    public override void Silence() => alarms.Clear();

    private void EndOfPrompt()
    {
        if (!listening)
            StartListening();
        if (tones.Count == 0)
            alarms.After(rules.InitialSilence, () => Fail(8510, "Action failed, initial silence timeout reached."));
    }

    private void StartListening()
    {
        listening = true;
        var target = rules.Target;
        foreach (var press in target.Script?.Presses.Where(static press => press.WhenAsked) ?? [])
            target.Alarms.After(press.After, () => target.Call.Press(target, press.Keys));
    }

    private void Complete(int subCode, string message) => Done(
        "RecognizeCompleted",
        new(200, subCode, message),
        new CallEventData { RecognitionType = "dtmf", DtmfResult = new([.. tones]) });

    private void Fail(int subCode, string message) => Done("RecognizeFailed", new(400, subCode, message));
}
