using System.Net.Http.Json;
using System.Text.Json;
using Koppla.Local.Example;
using Koppla.Local.Stack;
using Koppla.Simulator.Calls;
using static Koppla.Local.Example.ExamplePeople;

namespace Koppla.Local.Demo;

/// <summary>Anna answers a call to her fixed number and transfers it over the API.</summary>
internal sealed class TransferScene(LocalStack stack, HttpClient admin, CallReport report) : IDisposable
{
    private const string Answered = "AddParticipantSucceeded delivered";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private readonly HttpClient anna = stack.ApiClient(ExampleOrganisation.Id.Value, Anna.Id.Value, Anna.Name, "Koppla.User");

    public void Dispose() => anna.Dispose();

    public async Task<bool> PlayAsync(int number, DemoTransfer demo, CancellationToken cancellation)
    {
        stack.Simulator.Telephones.Script(demo.Target, demo.Does);
        var call = await stack.Simulator.Calls.PlaceAsync(
            new PlaceCall { From = ExampleOrganisation.Customer.E164, To = ExampleOrganisation.AnnaFixed.E164 }, cancellation);
        var requests = new List<string>();
        var good = false;
        try
        {
            good = await TransferAsync(demo, call, requests, cancellation);
            await call.HangUpAsync();
            await ReachesAsync(call, CallRecords.IsWritten, cancellation);
        }
        catch (TimeoutException)
        {
            // Its report says that it did not come to it, and what happened until now.
        }

        report.Write(number, demo, requests, call, await CallRecords.FindAsync(admin, call, cancellation), good);
        return good;
    }

    private async Task<bool> TransferAsync(DemoTransfer demo, SimulatedCall call, List<string> requests, CancellationToken cancellation)
    {
        await ReachesAsync(call, now => HasAnswered(now, times: 1), cancellation);
        var mine = await anna.GetFromJsonAsync<JsonElement>("users/me/calls", cancellation);
        var id = mine.GetProperty("items").EnumerateArray().First(each => StateOf(each) == "talking").GetProperty("id").GetString();
        requests.Add($"GET users/me/calls -> {id} talking");
        var transfers = $"calls/{id}/transfers";
        var (transfer, state) = await PostAsync(transfers, demo.Wish, requests, cancellation);
        if (demo.Then is { } then)
        {
            await ReachesAsync(call, now => HasAnswered(now, times: 2), cancellation);
            (_, state) = await PostAsync($"{transfers}/{transfer}/{then}", new { }, requests, cancellation);
        }

        await ReachesAsync(call, now => IsTogether(now, demo.With), cancellation);
        if (demo.Then is null)
        {
            state = StateOf(await anna.GetFromJsonAsync<JsonElement>($"{transfers}/{transfer}", cancellation));
            requests.Add($"GET {transfers}/{transfer} -> {state}");
        }

        return state == demo.Ends;
    }

    private async Task<(string? Id, string? State)> PostAsync(string path, object body, List<string> requests, CancellationToken cancellation)
    {
        using var response = await anna.PostAsJsonAsync(path, body, cancellation);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        var state = response.IsSuccessStatusCode ? StateOf(answer) : answer.GetProperty("type").GetString();
        requests.Add($"POST {path} {JsonSerializer.Serialize(body, Demonstration.Plain)} -> {(int)response.StatusCode} {state}");
        return (response.IsSuccessStatusCode ? answer.GetProperty("id").GetString() : null, state);
    }

    private static string? StateOf(JsonElement body) => body.GetProperty("state").GetString();

    /// <summary>How many answers the app has been told of.</summary>
    private static bool HasAnswered(SimulatedCall call, int times) =>
        call.Timeline.Count(entry => entry.Text.StartsWith(Answered, StringComparison.Ordinal)) >= times;

    /// <summary>The caller and one other talk, and nobody else is there.</summary>
    private static bool IsTogether(SimulatedCall call, string with) =>
        call.Timeline.Any(entry => entry.Text.EndsWith("is off hold", StringComparison.Ordinal))
        && call.Legs.Where(leg => leg.State != LegState.Ended).Select(leg => (leg.Number, leg.State))
            .SequenceEqual([(ExampleOrganisation.Customer.E164, LegState.Connected), (with, LegState.Connected)]);

    private static Task ReachesAsync(SimulatedCall call, Func<SimulatedCall, bool> condition, CancellationToken cancellation) =>
        call.WaitForAsync(condition, cancellation).WaitAsync(Limit, cancellation);
}
