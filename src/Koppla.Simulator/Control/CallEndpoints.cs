using Koppla.Simulator.Calls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Simulator.Control;

/// <summary>Placing, watching and ending calls.</summary>
internal static class CallEndpoints
{
    private const int LongestWait = 60;

    public static void MapCalls(this IEndpointRouteBuilder calls, SimulatorServer server)
    {
        calls.MapPost("", (HttpContext http) => http.ReadAsync(ControlJson.Lines.CallBody, body => PlaceAsync(http, server, body)));
        calls.MapGet("", (HttpContext http) => http.WriteAsync(200, server.Calls.All.Select(CallView.Of).ToArray(), ControlJson.Lines.CallViewArray));
        calls.MapGet("/{id}", (HttpContext http) => WithCallAsync(http, server, call => WaitAsync(http, server, call)));
        calls.MapPost("/{id}/hangup", (HttpContext http) => WithCallAsync(http, server, call => HangUpAsync(http, call)));
    }

    private static async Task PlaceAsync(HttpContext http, SimulatorServer server, CallBody body)
    {
        if (string.IsNullOrEmpty(body.To))
            await http.RefuseAsync(StatusCodes.Status400BadRequest, "A call needs a number to call: to.");
        else
            await WriteAsync(http, StatusCodes.Status201Created, await server.Calls.PlaceAsync(body.Call(), http.RequestAborted));
    }

    /// <summary>?wait=settled or ?wait=ended, with ?timeout in seconds: 30 by default, at most 60. A wait that ends in vain is no error.</summary>
    private static async Task WaitAsync(HttpContext http, SimulatorServer server, SimulatedCall call)
    {
        var wait = http.Request.Query["wait"].ToString() switch
        {
            "settled" => call.Settled,
            "ended" => call.Ended,
            _ => Task.CompletedTask,
        };
        var seconds = double.TryParse(http.Request.Query["timeout"], out var asked) && asked >= 0 ? Math.Min(asked, LongestWait) : LongestWait / 2;
        await wait.WaitAsync(TimeSpan.FromSeconds(seconds), server.Options.TimeProvider, http.RequestAborted)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>The caller hangs up, or the party ?number=.</summary>
    private static Task HangUpAsync(HttpContext http, SimulatedCall call) =>
        http.Request.Query["number"].ToString() is { Length: > 0 } number ? call.HangUpAsync(number) : call.HangUpAsync();

    private static async Task WithCallAsync(HttpContext http, SimulatorServer server, Func<SimulatedCall, Task> step)
    {
        if (server.Calls.Find(http.Segment("id")) is not { } call)
        {
            await http.RefuseAsync(StatusCodes.Status404NotFound, "No such call.");
            return;
        }

        await step(call);
        await WriteAsync(http, StatusCodes.Status200OK, call);
    }

    private static Task WriteAsync(HttpContext http, int status, SimulatedCall call) =>
        http.WriteAsync(status, CallView.Of(call), ControlJson.Lines.CallView);
}
