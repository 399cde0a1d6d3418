using System.Text.Json;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.EventGrid;

/// <summary>Asks a webhook whether it wants events, the way its schema prescribes.</summary>
internal sealed class SubscriptionHandshake(Outbound outbound, DeliveryRequest requests, TimeProvider time)
{
    private const string Origin = "eventgrid.azure.net";

    /// <exception cref="SubscriptionValidationException">The answer is not the one required.</exception>
    public Task PerformAsync(Subscription subscription, CancellationToken cancellation) =>
        subscription.Schema == EventSchema.EventGrid ? ByCodeAsync(subscription, cancellation) : ByOriginAsync(subscription, cancellation);

    private async Task ByCodeAsync(Subscription subscription, CancellationToken cancellation)
    {
        var code = Guid.NewGuid().ToString();
        var body = JsonSerializer.SerializeToUtf8Bytes(
            [
                new GridEvent<ValidationData>
                {
                    Id = Guid.NewGuid().ToString(),
                    Subject = "",
                    Data = new(code),
                    EventType = "Microsoft.EventGrid.SubscriptionValidationEvent",
                    EventTime = Instants.Long(time.GetUtcNow()),
                    DataVersion = "1",
                },
            ],
            Json.Wire.GridEventValidationDataArray);
        var reply = await outbound.SendAsync(
            () => requests.Make(subscription, "SubscriptionValidation", body, deliveryCount: 0), subscription.AnswerTimeout, cancellation);

        if (reply.Status != 200)
            throw new SubscriptionValidationException($"{subscription.Name}: the validation event was answered {reply}; it must be 200.");
        if (!string.Equals(AnswerIn(reply.Body), code, StringComparison.Ordinal))
            throw new SubscriptionValidationException($"{subscription.Name}: the answer to the validation event has no validationResponse with the code.");
    }

    private async Task ByOriginAsync(Subscription subscription, CancellationToken cancellation)
    {
        var reply = await outbound.SendAsync(Ask, subscription.AnswerTimeout, cancellation);
        if (reply.Status != 200)
            throw new SubscriptionValidationException($"{subscription.Name}: OPTIONS was answered {reply}; it must be 200.");
        if (!reply.AllowedOrigins.Any(static origin => origin is "*" || origin.Equals(Origin, StringComparison.OrdinalIgnoreCase)))
            throw new SubscriptionValidationException($"{subscription.Name}: WebHook-Allowed-Origin allows neither {Origin} nor *.");

        HttpRequestMessage Ask()
        {
            var request = new HttpRequestMessage(HttpMethod.Options, subscription.Endpoint);
            request.Headers.Add("WebHook-Request-Origin", Origin);
            request.Headers.Add("WebHook-Request-Rate", "120");
            requests.Authorize(request, subscription);
            return request;
        }
    }

    private static string? AnswerIn(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, Json.Wire.ValidationAnswer)?.ValidationResponse;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
