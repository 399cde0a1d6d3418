namespace Koppla.Cli.Numbers;

/// <summary>A call to explain, real or thought of.</summary>
/// <param name="Caller">Null: withheld.</param>
/// <param name="At">When it rings; null: now.</param>
/// <param name="AsOf">By the rules of then; null: of now.</param>
/// <param name="Lines">Lines that do not take the call, each with its state.</param>
internal sealed record ExplainRequest(
    string Number,
    string? Caller,
    string? At,
    string? AsOf,
    IReadOnlyDictionary<string, string>? Lines,
    IReadOnlyList<string>? ReferralHeard);
