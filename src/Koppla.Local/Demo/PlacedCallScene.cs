using System.Net.Http.Json;
using System.Text.Json;
using Koppla.Local.Stack;
using Koppla.Simulator.Calls;
using static Koppla.Local.Example.ExampleOrganisation;
using static Koppla.Local.Example.ExamplePeople;

namespace Koppla.Local.Demo;

/// <summary>Anna calls a number outside over the API: her app rings first.</summary>
internal sealed class PlacedCallScene(LocalStack stack, HttpClient admin, CallReport report)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    public async Task<bool> PlayAsync(int number, CancellationToken cancellation)
    {
        using var anna = stack.ApiClient(Id.Value, Anna.Id.Value, Anna.Name, "Koppla.User");
        var body = new { to = new { number = Janitor.Display } };
        using var response = await anna.PostAsJsonAsync("calls", body, cancellation);
        var placed = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        var id = placed.GetProperty("id").GetString()!;
        var call = stack.Simulator.Calls.All.Last(each => each.Commands.Any(command => command.Operation == "CreateCall"));
        var good = await EndsAsync(call, cancellation);
        report.Write(
            number,
            "Anna calls a number outside from her app, which rings first",
            $"{AnnaFixed.Display} calls {Janitor.Display}",
            [$"POST calls {JsonSerializer.Serialize(body, Demonstration.Plain)} -> {(int)response.StatusCode} {placed.GetProperty("state")}"],
            call,
            await CallRecords.FindAsync(admin, id, cancellation),
            good ? null : $"an answer of {Janitor.E164} was expected");
        return good;
    }

    private static async Task<bool> EndsAsync(SimulatedCall call, CancellationToken cancellation)
    {
        try
        {
            await ReachesAsync(call, IsAnswered, cancellation);
            await call.HangUpAsync(Janitor.E164);
            await ReachesAsync(call, CallRecords.IsWritten, cancellation);
            return true;
        }
        catch (TimeoutException)
        {
            return false; // the report says what happened until now
        }
    }

    private static bool IsAnswered(SimulatedCall call) =>
        call.Leg(Janitor.E164)?.State == LegState.Connected
        && call.Timeline.Any(entry => entry.Text.StartsWith("AddParticipantSucceeded delivered", StringComparison.Ordinal));

    private static Task ReachesAsync(SimulatedCall call, Func<SimulatedCall, bool> condition, CancellationToken cancellation) =>
        call.WaitForAsync(condition, cancellation).WaitAsync(Limit, cancellation);
}
