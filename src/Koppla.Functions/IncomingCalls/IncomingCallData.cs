namespace Koppla.Functions.IncomingCalls;

/// <summary>The data of <c>Microsoft.Communication.IncomingCall</c>, as far as we need it.</summary>
internal sealed record IncomingCallData
{
    public const string EventType = "Microsoft.Communication.IncomingCall";

    /// <summary>The header in which a leg that we forwarded carries where it has been.</summary>
    public const string TrailHeader = "X-MS-Custom-Koppla-Trail";

    public Party? To { get; init; }

    public Party? From { get; init; }

    /// <summary>The provider's handle of the ringing call: opaque, secret, can exceed 4 kB.</summary>
    public string? IncomingCallContext { get; init; }

    public string? CorrelationId { get; init; }

    public Context? CustomContext { get; init; }

    public string? Trail
    {
        get
        {
            foreach (var (name, value) in CustomContext?.SipHeaders ?? [])
            {
                if (name.Equals(TrailHeader, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }

            return null;
        }
    }

    internal sealed record Party
    {
        public string? RawId { get; init; }

        public Phone? PhoneNumber { get; init; }
    }

    internal sealed record Phone
    {
        public string? Value { get; init; }
    }

    internal sealed record Context
    {
        public Dictionary<string, string>? SipHeaders { get; init; }
    }
}
