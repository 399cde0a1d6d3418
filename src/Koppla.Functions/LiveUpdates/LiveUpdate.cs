using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Koppla.Functions.LiveUpdates;

/// <summary>One event, and what a client who got it has seen.</summary>
internal sealed record LiveUpdate(SeenCalls Seen, string Type, string Json)
{
    public const string Call = "call";
    public const string CallGone = "call-gone";

    public SseItem<string> ToItem() => new(Json, Type) { EventId = Seen.ToEventId() };

    /// <summary>
    /// What differs between what was seen and what is. Each event's id counts what came up to it, so that a stream that breaks off
    /// anywhere can be resumed.
    /// </summary>
    public static IEnumerable<LiveUpdate> Between(SeenCalls seen, IReadOnlyList<CallView> now)
    {
        foreach (var gone in seen.Ids.Except(now.Select(call => call.Id), StringComparer.Ordinal))
        {
            seen = seen.Without(gone);
            yield return new LiveUpdate(seen, CallGone, JsonSerializer.Serialize(new CallGoneBody(gone), EventJson.Documents.CallGoneBody));
        }

        foreach (var call in now.Where(call => !seen.Has(call.Id, call.Version)))
        {
            seen = seen.With(call.Id, call.Version);
            yield return new LiveUpdate(seen, Call, call.Json);
        }
    }
}
