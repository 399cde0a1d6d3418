using Koppla.Simulator.Telephones;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Calls;

/// <summary>One party of a call. Read and changed inside the gate of <see cref="Call"/>.</summary>
internal sealed class Leg
{
    public Leg(CallState call, Party party, LegRole role)
    {
        Call = call;
        Party = party;
        Role = role;
        Since = call.Time.GetUtcNow();
        Alarms = new AlarmClock(call.Time, () => Call.Gate);
    }

    public CallState Call { get; set; }

    public Party Party { get; }

    public LegRole Role { get; }

    public AlarmClock Alarms { get; }

    public bool IsRinging { get; private set; } = true;

    public bool IsConnected { get; private set; }

    public bool IsOnHold { get; set; }

    public DateTimeOffset Since { get; private set; }

    public string? EndedBecause { get; private set; }

    public bool IsEnded => EndedBecause is not null;

    public Bridge? Bridge { get; set; }

    public string? CallerId { get; init; }

    public CustomContext Headers { get; init; } = CustomContext.Empty;

    public TelephoneScript? Script { get; set; }

    /// <summary>The call that this leg is for the application at its other end, when it rings at one of our own numbers.</summary>
    public CallState? Downstream { get; set; }

    public Action<Leg> Answered { get; init; } = static _ => { };

    public Action<Leg, CallFailure> Failed { get; init; } = static (_, _) => { };

    /// <summary>Takes a step inside the gate of the call that the leg is in at that moment; it may just have been moved to another.</summary>
    public void Do(Action<Leg> step)
    {
        while (true)
        {
            var call = Call;
            using (call.Gate.Enter())
            {
                if (call != Call)
                    continue;
                step(this);
                return;
            }
        }
    }

    public void Connect()
    {
        IsRinging = false;
        IsConnected = true;
        Since = Call.Time.GetUtcNow();
    }

    public void End(string why)
    {
        Alarms.Clear();
        IsRinging = false;
        IsConnected = false;
        IsOnHold = false;
        EndedBecause = why;
        Since = Call.Time.GetUtcNow();
    }

    public CallLeg Snapshot() => new(Party.ToString(), Role, State, Since, EndedBecause, CallerId, Headers.SipHeaders);

    private LegState State =>
        IsEnded ? LegState.Ended : IsRinging ? LegState.Ringing : IsOnHold ? LegState.OnHold : LegState.Connected;
}
