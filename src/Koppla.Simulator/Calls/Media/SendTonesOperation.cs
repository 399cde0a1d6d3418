using Koppla.Simulator.Events;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Calls.Media;

/// <summary>Sends keys to one party, 100 ms each.</summary>
internal sealed class SendTonesOperation(Connection connection, OperationTag tag, int tones) : MediaOperation(connection, tag)
{
    private static readonly TimeSpan Tone = TimeSpan.FromMilliseconds(100);

    private readonly AlarmClock alarms = new(connection.Call.Time, () => connection.Call.Gate);

    public override bool LetsWait => false;

    public override void Begin() => alarms.After(Scaled(tones * Tone), () => Done("SendDtmfTonesCompleted", ResultInformation.Success));

    public override void Cancel()
    {
        Silence();
        Connection.Raise("SendDtmfTonesFailed", Tag, new(400, 8508, "Action failed, the operation was cancelled."));
    }

    public override void Silence() => alarms.Clear();
}
