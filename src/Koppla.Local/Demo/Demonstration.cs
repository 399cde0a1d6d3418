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
    public static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly DateTimeZone Sweden = DateTimeZoneProviders.Tzdb["Europe/Stockholm"];
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(15);

    /// <returns>How many did not end as they should.</returns>
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
            report.Write(index + 1, demo, call, await CallRecords.FindAsync(api, call, cancellation), good);
        }

        using var transfers = new TransferScene(stack, api, report);
        foreach (var (index, demo) in DemoTransfers.All.Index())
        {
            failed += await transfers.PlayAsync(DemoCalls.All.Count + index + 1, demo, cancellation) ? 0 : 1;
        }

        failed += await new PlacedCallScene(stack, api, report)
            .PlayAsync(DemoCalls.All.Count + DemoTransfers.All.Count + 1, cancellation) ? 0 : 1;
        failed += await new AdministratorScene(stack, api, output).PlayAsync(cancellation) ? 0 : 1;
        output.WriteLine(failed == 0
            ? $"All {DemoCalls.All.Count} calls, {DemoTransfers.All.Count} transfers, the call that Anna placed and the administrator's change ended as they should."
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
            await call.WaitForAsync(CallRecords.IsWritten, cancellation).WaitAsync(CallLimit, cancellation);
        }
        catch (TimeoutException)
        {
            // Its report says that it did not end, and what happened until now.
        }

        return call;
    }
}
