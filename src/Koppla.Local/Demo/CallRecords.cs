using System.Net.Http.Json;
using System.Text.Json;
using Koppla.Simulator.Calls;

namespace Koppla.Local.Demo;

/// <summary>What the app has written down of a call.</summary>
internal static class CallRecords
{
    /// <summary>
    /// The app records a call that it sends on before it answers Event Grid, and one that it has answered or placed before it answers the last
    /// event of it.
    /// </summary>
    public static bool IsWritten(SimulatedCall call) => call.Commands.Any(command => command.Operation is "AnswerCall" or "CreateCall")
        ? call.Timeline.Any(entry => entry.Kind == TimelineKind.Callback && entry.Text.StartsWith("CallDisconnected", StringComparison.Ordinal))
        : call.Timeline.Any(entry => entry.Kind == TimelineKind.EventGrid);

    /// <summary>The record of a call that one of our organisations owns; a call to a foreign number has none to show.</summary>
    public static Task<JsonElement?> FindAsync(HttpClient api, SimulatedCall call, CancellationToken cancellation) =>
        FindAsync(api, call.Id, cancellation);

    /// <param name="correlation">The provider's name of the call, or our own of one that was placed.</param>
    public static async Task<JsonElement?> FindAsync(HttpClient api, string correlation, CancellationToken cancellation)
    {
        var page = await api.GetFromJsonAsync<JsonElement>("calls?limit=20", cancellation);
        return page.GetProperty("items").EnumerateArray()
            .Where(each => each.GetProperty("correlationId").GetString() == correlation)
            .Select(each => (JsonElement?)each)
            .FirstOrDefault();
    }
}
