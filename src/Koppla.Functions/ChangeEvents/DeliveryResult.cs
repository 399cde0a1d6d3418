using NodaTime;

namespace Koppla.Functions.ChangeEvents;

/// <summary>How a receiver took an event.</summary>
/// <param name="Status">What it answered; null: nothing.</param>
/// <param name="Failure">Why it counts as not delivered: stable, kebab-case; null: it is delivered.</param>
/// <param name="RetryAfter">How long the receiver wants to be left alone; null: it did not say.</param>
internal sealed record DeliveryResult(int? Status, string? Failure, Duration? RetryAfter = null)
{
    /// <summary>Nobody was asked: the webhook was disabled while the event was outstanding.</summary>
    public static readonly DeliveryResult Disabled = new(null, "webhook-disabled");

    public bool IsDelivered => Failure is null;

    /// <summary>The receiver wants no events any more.</summary>
    public bool IsGone => Status == 410;
}
