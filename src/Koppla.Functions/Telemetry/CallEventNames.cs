using System.Collections.Concurrent;
using System.Text.Json;
using Koppla.Functions.Telephony.CallEvents;

namespace Koppla.Functions.Telemetry;

/// <summary>The stable outer names of the kinds of events: kebab-case, as those of enumerations.</summary>
internal static class CallEventNames
{
    private static readonly ConcurrentDictionary<Type, string> Known = new();

    public static string Of(CallEvent happened) =>
        Known.GetOrAdd(happened.GetType(), static type => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name));
}
