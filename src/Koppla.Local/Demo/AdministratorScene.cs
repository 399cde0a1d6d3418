using System.Net;
using System.Net.Http.Json;
using Koppla.Local.Stack;
using Koppla.Routing.Numbers;
using Koppla.Simulator.Calls;
using static Koppla.Local.Example.ExampleOrganisation;

namespace Koppla.Local.Demo;

/// <summary>An administrator forwards a reserved number over the API, and the next call goes there; a loop is refused.</summary>
internal sealed class AdministratorScene(LocalStack stack, HttpClient api, TextWriter output)
{
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(15);

    public async Task<bool> PlayAsync(CancellationToken cancellation)
    {
        output.WriteLine("An administrator forwards a reserved number");
        var saved = await PutAsync(ReservedSilent, Janitor, cancellation);
        var call = await stack.Simulator.Calls.PlaceAsync(
            new PlaceCall { From = Customer.E164, To = ReservedSilent.E164 }, cancellation);
        await call.Settled.WaitAsync(CallLimit, cancellation);
        output.WriteLine($"   the next call to {ReservedSilent.Display}: {call.Outcome}");
        var refused = await PutAsync(ReservedForwarded, ReservedForwarded, cancellation);
        output.WriteLine();
        return saved is HttpStatusCode.Created or HttpStatusCode.OK
            && call.Outcome == new CallOutcome(OutcomeKind.Answered, Janitor.E164)
            && refused == HttpStatusCode.UnprocessableEntity;
    }

    private async Task<HttpStatusCode> PutAsync(PhoneNumber number, PhoneNumber destination, CancellationToken cancellation)
    {
        using var response = await api.PutAsJsonAsync(
            $"numbers/{number.E164}/forwarding", new { destination = destination.Display }, cancellation);
        output.WriteLine(
            $"   PUT numbers/{number.E164}/forwarding {{\"destination\":\"{destination.Display}\"}} -> {(int)response.StatusCode}");
        output.WriteLine($"     {await response.Content.ReadAsStringAsync(cancellation)}");
        return response.StatusCode;
    }
}
