namespace Koppla.Functions.Telephony;

/// <summary>A call that rings and waits for our answer.</summary>
/// <param name="Handle">The provider's handle of the call: opaque, secret, never logged.</param>
/// <param name="Since">When the provider told of it.</param>
internal sealed record RingingCall(string Handle, DateTimeOffset Since)
{
    public override string ToString() => $"call ringing since {Since:O}";
}
