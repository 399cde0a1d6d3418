using Koppla.Simulator.EventGrid;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Simulator.Control;

/// <summary>The control API under <c>/simulator</c>: what the in-process surface does, for other processes. Without authentication, on loopback.</summary>
internal static class ControlEndpoints
{
    private const string DefaultAudience = "api://koppla";

    public static void MapControl(this IEndpointRouteBuilder endpoints, SimulatorServer server)
    {
        var control = endpoints.MapGroup("/simulator");
        control.MapGroup("/calls").MapCalls(server);
        control.MapGet("/telephones/{number}", (HttpContext http) => http.WriteAsync(
            200, server.Telephones.Scripts(http.Segment("number")).Select(TelephoneBody.From).ToArray(), ControlJson.Lines.TelephoneBodyArray));
        control.MapPut("/telephones/{number}", (HttpContext http) => http.ReadAsync(
            ControlJson.Lines.TelephoneBodyArray, bodies => ScriptAsync(http, server, bodies)));
        control.MapPut("/faults", (HttpContext http) => http.ReadAsync(ControlJson.Lines.FaultBody, body =>
        {
            body.Apply(server.Faults);
            return http.NoContentAsync();
        }));
        control.MapPost("/tokens", (HttpContext http) => http.ReadAsync(
            ControlJson.Lines.TokenBody, body => http.WriteAsync(200, Issue(server, body), ControlJson.Lines.TokenAnswer)));
        control.MapPost("/subscriptions", (HttpContext http) => http.ReadAsync(
            ControlJson.Lines.SubscriptionBody, body => SubscribeAsync(http, server, body)));
    }

    private static TokenAnswer Issue(SimulatorServer server, TokenBody body) =>
        new(server.Tokens.PersonToken(body.Tenant, body.Person, body.Name ?? "", body.Roles ?? [], body.Audience ?? DefaultAudience));

    private static Task ScriptAsync(HttpContext http, SimulatorServer server, TelephoneBody[] bodies)
    {
        var scripts = Array.ConvertAll(bodies, static body => body.Script());
        if (scripts.Contains(null))
            return http.RefuseAsync(StatusCodes.Status400BadRequest, "No such behaviour.");
        server.Telephones.Script(http.Segment("number"), scripts!);
        return http.NoContentAsync();
    }

    private static async Task SubscribeAsync(HttpContext http, SimulatorServer server, SubscriptionBody body)
    {
        if (body.Endpoint is not { IsAbsoluteUri: true })
        {
            await http.RefuseAsync(StatusCodes.Status400BadRequest, "A subscription needs an absolute endpoint.");
            return;
        }

        try
        {
            await server.EventGrid.SubscribeAsync(body.Subscription(), http.RequestAborted);
            await http.NoContentAsync();
        }
        catch (SubscriptionValidationException exception)
        {
            await http.RefuseAsync(StatusCodes.Status422UnprocessableEntity, exception.Message);
        }
    }
}
