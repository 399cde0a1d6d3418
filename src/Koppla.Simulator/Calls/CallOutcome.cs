namespace Koppla.Simulator.Calls;

/// <summary>How a call went for its caller.</summary>
/// <param name="Number">Who answered, or was called last.</param>
/// <param name="Reason">For Rejected busy, forbidden or none; for NobodyAnswered the last failure.</param>
/// <param name="SipStatus">What the caller's telephone was told, when the call was refused before an answer.</param>
public sealed record CallOutcome(OutcomeKind Kind, string? Number = null, string? Reason = null, int? SipStatus = null)
{
    public override string ToString() => Kind switch
    {
        OutcomeKind.Answered => $"Answered by {Number}",
        _ when Number is not null => $"{Kind} ({Number}: {Reason})",
        _ when Reason is not null => $"{Kind} ({Reason})",
        _ => $"{Kind}",
    };
}
