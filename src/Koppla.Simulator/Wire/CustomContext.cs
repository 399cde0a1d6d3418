namespace Koppla.Simulator.Wire;

/// <summary>Headers that travel with an invitation, a transfer or an incoming call.</summary>
internal sealed record CustomContext
{
    public static CustomContext Empty { get; } = new();

    private static readonly Dictionary<string, string> None = new(StringComparer.Ordinal);

    // The generated reader sets an absent member to null.
    public IReadOnlyDictionary<string, string> SipHeaders { get; init => field = value ?? None; } = None;

    public IReadOnlyDictionary<string, string> VoipHeaders { get; init => field = value ?? None; } = None;

    /// <summary>What breaks the documented limits, or null.</summary>
    public string? Problem()
    {
        if (SipHeaders.Count(header => header.Key.StartsWith("X-", StringComparison.OrdinalIgnoreCase)) > 5)
            return "At most 5 X- SIP headers are allowed.";
        if (SipHeaders.Any(header => header.Key.Length > 64 || header.Value.Length > 256))
            return "A SIP header's name has at most 64 characters, its value 256.";
        return VoipHeaders.Count > 1000 || VoipHeaders.Any(header => header.Key.Length > 64 || header.Value.Length > 1024)
            ? "At most 1000 VoIP headers, names of 64 and values of 1024 characters."
            : null;
    }
}
