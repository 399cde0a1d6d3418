using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

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
                if (name.Equals(TrailHeader, StringComparison.OrdinalIgnoreCase) && value.ValueKind == JsonValueKind.String)
                {
                    // As bytes, for a text may hold what is none; our trails are digits and need no escapes.
                    return Encoding.ASCII.GetString(JsonMarshal.GetRawUtf8Value(value)).Trim('"');
                }
            }

            return null;
        }
    }

    internal sealed record Party
    {
        private const string TelephonePrefix = "4:";

        public string? RawId { get; init; }

        public Phone? PhoneNumber { get; init; }

        /// <summary>The telephone number as it was sent; null when the party is no telephone.</summary>
        public string? Number => PhoneNumber is { } phone
            ? phone.Value ?? string.Empty
            : RawId?.StartsWith(TelephonePrefix, StringComparison.Ordinal) == true ? RawId[TelephonePrefix.Length..] : null;
    }

    internal sealed record Phone
    {
        public string? Value { get; init; }
    }

    internal sealed record Context
    {
        /// <summary>Other people's headers: whatever they hold, the call goes on.</summary>
        public Dictionary<string, JsonElement>? SipHeaders { get; init; }
    }
}
