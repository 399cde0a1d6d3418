namespace Koppla.Simulator.Telephones;

/// <summary>The ways in which a telephone cannot be reached, by what the network says.</summary>
public enum Unreachability
{
    /// <summary>404/560404, SIP 404, Q.850 1.</summary>
    NumberNotFound,

    /// <summary>480/560480, SIP 480, Q.850 20: switched off or out of coverage.</summary>
    SubscriberAbsent,

    /// <summary>503/560503, SIP 503, Q.850 38.</summary>
    ServiceUnavailable,

    /// <summary>480/10037 without carrier details: an internet telephone that is not online.</summary>
    NotRegistered,
}
