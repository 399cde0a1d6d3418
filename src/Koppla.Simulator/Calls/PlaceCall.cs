namespace Koppla.Simulator.Calls;

/// <summary>A call from the telephone network.</summary>
public sealed record PlaceCall
{
    /// <summary>E.164 number or ACS user; null withholds the number.</summary>
    public string? From { get; init; }

    public required string To { get; init; }

    public string DisplayName { get; init; } = "";

    /// <summary>Headers of the INVITE that reach the application: User-To-User, X-MS-Custom-*, X-*.</summary>
    public IReadOnlyDictionary<string, string>? SipHeaders { get; init; }

    /// <summary>The caller's patience, from the start of the call; null is without end.</summary>
    public TimeSpan? HangUpAfter { get; init; }
}
