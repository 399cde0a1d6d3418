using System.Globalization;
using System.Net.Http.Headers;
using Koppla.Simulator.Tokens;

namespace Koppla.Simulator.EventGrid;

/// <summary>Makes the HTTP requests of Event Grid.</summary>
internal sealed class DeliveryRequest(TokenIssuer tokens)
{
    public HttpRequestMessage Make(Subscription subscription, string eventType, byte[] body, int deliveryCount)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, subscription.Endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = subscription.Schema == EventSchema.CloudEvents
            ? new MediaTypeHeaderValue("application/cloudevents+json")
            : new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add("aeg-event-type", eventType);
        request.Headers.Add("aeg-subscription-name", subscription.Name);
        request.Headers.Add("aeg-delivery-count", deliveryCount.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("aeg-data-version", "1.0");
        request.Headers.Add("aeg-metadata-version", "1");
        Authorize(request, subscription);
        return request;
    }

    public void Authorize(HttpRequestMessage request, Subscription subscription)
    {
        if (subscription.EntraAudience is { } audience)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.EventGridToken(audience));
    }
}
