namespace Koppla.Simulator.Calls;

/// <summary>One party of a call, as it stood when it was asked for.</summary>
/// <param name="Number">E.164 number, or the raw id of an ACS user.</param>
/// <param name="Since">When it came to its state.</param>
/// <param name="EndedBecause">Why it ended; null while it has not.</param>
/// <param name="CallerId">The number its telephone shows; null for the caller's own leg.</param>
/// <param name="SipHeaders">Custom headers its invitation carried.</param>
public sealed record CallLeg(
    string Number,
    LegRole Role,
    LegState State,
    DateTimeOffset Since,
    string? EndedBecause,
    string? CallerId,
    IReadOnlyDictionary<string, string> SipHeaders);
