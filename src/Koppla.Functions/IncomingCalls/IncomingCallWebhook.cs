using Koppla.Functions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Functions.IncomingCalls;

/// <summary>
/// The same incoming calls by HTTP, which shares the warm instances of the API. Answers both handshakes of
/// Event Grid, and takes only deliveries with Event Grid's own Entra token.
/// </summary>
public sealed class IncomingCallWebhook(IIncomingCalls calls)
{
    public const string Name = "IncomingCallWebhook";

    [Function(Name)]
    public async Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "options", Route = "hooks/incoming-call")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var response = request.HttpContext.Response;
        if (HttpMethods.IsOptions(request.Method))
        {
            EventGridHandshake.AnswerOptions(request);
            return;
        }

        response.StatusCode = (await request.HttpContext.CheckEventGridTokenAsync()).ToStatus();
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            await AnswerAsync(request, response, cancellationToken);
        }
    }

    private async Task AnswerAsync(HttpRequest request, HttpResponse response, CancellationToken cancellationToken)
    {
        var body = await DeliveryBody.ReadAsync(request, cancellationToken);
        if (body.Status != StatusCodes.Status200OK)
        {
            response.StatusCode = body.Status;
        }
        else if (EventGridHandshake.IsValidation(request))
        {
            await EventGridHandshake.AnswerValidationAsync(response, body.Bytes);
        }
        else
        {
            response.StatusCode = await calls.HandleAsync(body.Bytes, cancellationToken) switch
            {
                Handling.Done => StatusCodes.Status200OK,
                Handling.Malformed => StatusCodes.Status400BadRequest,
                _ => StatusCodes.Status503ServiceUnavailable,
            };
        }
    }
}
