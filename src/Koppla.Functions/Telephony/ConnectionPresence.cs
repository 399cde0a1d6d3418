namespace Koppla.Functions.Telephony;

internal enum ConnectionPresence
{
    /// <summary>The call is there, or is just being connected.</summary>
    Connected,

    /// <summary>The call is over, or was never ours.</summary>
    Gone,

    /// <summary>The provider gives no answer that tells.</summary>
    Unknown,
}
