namespace Koppla.Functions.ChangeEvents;

/// <summary>How the receiver took an event that was sent to try it.</summary>
/// <param name="Status">What it answered; absent: nothing.</param>
/// <param name="Failure">Why it does not count as delivered; absent: it does.</param>
internal sealed record WebhookTestBody(bool Delivered, int? Status, string? Failure)
{
    public static WebhookTestBody Of(DeliveryResult result) => new(result.IsDelivered, result.Status, result.Failure);
}
