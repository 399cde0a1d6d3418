using Koppla.Functions.Telephony.CallEvents;

namespace Koppla.Functions.Telephony;

/// <summary>Reads what a telephony provider posts about a supervised call. One implementation a provider, beside its call control.</summary>
internal interface ICallEventReader
{
    /// <summary>Never throws, whatever is posted.</summary>
    /// <param name="body">UTF-8, as it was posted.</param>
    /// <returns>The events in it that mean something to us, perhaps none; null when it is not what the provider posts.</returns>
    public CallEvent[]? Read(ReadOnlyMemory<byte> body);
}
