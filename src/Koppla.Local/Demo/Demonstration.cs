using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using Koppla.Local.Example;
using Koppla.Local.Stack;
using Koppla.Simulator.Calls;
using NodaTime;

namespace Koppla.Local.Demo;

/// <summary>Plays calls on the running system and tells what happened to each, and why.</summary>
internal sealed class Demonstration(LocalStack stack, TextWriter output)
{
    // For people: a plus is a plus.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly DateTimeZone Sweden = DateTimeZoneProviders.Tzdb["Europe/Stockholm"];
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(15);

    /// <returns>How many calls did not end as they should.</returns>
    public async Task<int> PlayAsync(CancellationToken cancellation)
    {
        using var api = stack.ApiClient(
            ExampleOrganisation.Id.Value, ExampleOrganisation.AdminId.Value, "Administrator", "Koppla.Admin");
        var report = new CallReport(output);
        var failed = 0;
        foreach (var (index, demo) in DemoCalls.All.Index())
        {
            var changed = demo.Change is not { } change || await ChangeAsync(api, change, cancellation);
            var call = await PlaceAsync(demo, cancellation);
            var good = changed && call.Outcome is { } outcome && demo.EndedAsItShould(outcome);
            failed += good ? 0 : 1;
            report.Write(index + 1, demo, call, await FindRecordAsync(api, call.Id, cancellation), good);
        }

        failed += await new AdministratorScene(stack, api, output).PlayAsync(cancellation) ? 0 : 1;
        output.WriteLine(failed == 0
            ? $"All {DemoCalls.All.Count} calls and the administrator's change ended as they should."
            : $"{failed} did not end as they should.");
        return failed;
    }

    private async Task<bool> ChangeAsync(HttpClient api, DemoChange change, CancellationToken cancellation)
    {
        var body = change.Body(SystemClock.Instance.GetCurrentInstant().InZone(Sweden));
        using var response = await api.PutAsJsonAsync(change.Path, body, cancellation);
        output.WriteLine($"PUT {change.Path} {JsonSerializer.Serialize(body, Plain)} -> {(int)response.StatusCode}");
        return response.IsSuccessStatusCode;
    }

    private async Task<SimulatedCall> PlaceAsync(DemoCall demo, CancellationToken cancellation)
    {
        await Task.Delay(demo.After, cancellation);
        if (demo.Telephone is { } telephone)
        {
            stack.Simulator.Telephones.Script(telephone, demo.Does);
        }

        var call = await stack.Simulator.Calls.PlaceAsync(
            new PlaceCall { From = demo.Caller?.E164, To = demo.Called.E164 }, cancellation);
        try
        {
            await call.Settled.WaitAsync(CallLimit, cancellation);
            await call.HangUpAsync();
            await call.WaitForAsync(IsRecorded, cancellation).WaitAsync(CallLimit, cancellation);
        }
        catch (TimeoutException)
        {
            // Its report says that it did not end, and what happened until now.
        }

        return call;
    }

    /// <summary>
    /// The app records a call that it sends on before it answers Event Grid, and one that it has answered before it answers the last
    /// event of it.
    /// </summary>
    private static bool IsRecorded(SimulatedCall call) => call.Commands.Any(command => command.Operation == "AnswerCall")
        ? call.Timeline.Any(entry => entry.Kind == TimelineKind.Callback && entry.Text.StartsWith("CallDisconnected", StringComparison.Ordinal))
        : call.Timeline.Any(entry => entry.Kind == TimelineKind.EventGrid);

    /// <summary>The record of a call that one of our organisations owns; a call to a foreign number has none to show.</summary>
    private static async Task<JsonElement?> FindRecordAsync(HttpClient api, string correlationId, CancellationToken cancellation)
    {
        var page = await api.GetFromJsonAsync<JsonElement>("calls?limit=20", cancellation);
        return page.GetProperty("items").EnumerateArray()
            .Where(each => each.GetProperty("correlationId").GetString() == correlationId)
            .Select(each => (JsonElement?)each)
            .FirstOrDefault();
    }
}
