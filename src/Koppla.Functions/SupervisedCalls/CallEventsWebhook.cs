using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>Where the provider tells of supervised calls: a path of its own for each call, and the provider's own token.</summary>
public sealed class CallEventsWebhook(ICallEvents calls)
{
    public const string Name = "CallEvents";
    public const string Path = "hooks/calls";

    [Function(Name)]
    public async Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Path + "/{id}/{secret}")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var response = request.HttpContext.Response;
        var status = (await request.HttpContext.CheckCallEventTokenAsync()).ToStatus();
        response.StatusCode = status == StatusCodes.Status200OK ? await HandleAsync(request, cancellationToken) : status;
    }

    private async Task<int> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await DeliveryBody.ReadAsync(request, cancellationToken);
        return body.Status != StatusCodes.Status200OK
            ? body.Status
            : await calls.HandleAsync(Value(request, "id"), Value(request, "secret"), body.Bytes, cancellationToken) switch
            {
                CallEventsHandling.Done => StatusCodes.Status200OK,
                CallEventsHandling.Malformed => StatusCodes.Status400BadRequest,
                _ => StatusCodes.Status404NotFound,
            };
    }

    private static string Value(HttpRequest request, string name) => request.RouteValues[name] as string ?? string.Empty;
}
