using Koppla.Simulator.EventGrid;

namespace Koppla.Simulator.Control;

/// <summary>A subscription to validate and deliver to.</summary>
internal sealed record SubscriptionBody
{
    public string? Name { get; init; }

    public Uri? Endpoint { get; init; }

    public EventSchema Schema { get; init; }

    public string? EntraAudience { get; init; }

    public IReadOnlyList<string>? NumberPrefixes { get; init; }

    public double? RetryDelayMs { get; init; }

    public Subscription Subscription()
    {
        var subscription = new Subscription
        {
            Name = Name ?? "control",
            Endpoint = Endpoint!,
            Schema = Schema,
            EntraAudience = EntraAudience,
            NumberPrefixes = NumberPrefixes ?? [],
        };
        return RetryDelayMs is { } time ? subscription with { RetryDelay = TimeSpan.FromMilliseconds(time) } : subscription;
    }
}
