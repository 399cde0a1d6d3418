namespace Koppla.Simulator.EventGrid;

/// <summary>Who is told of incoming calls, and how. The defaults are those the service's documentation advises for IncomingCall.</summary>
public sealed record Subscription
{
    public required string Name { get; init; }

    /// <summary>Absolute webhook address; a key may ride in its query.</summary>
    public required Uri Endpoint { get; init; }

    public EventSchema Schema { get; init; }

    /// <summary>Audience of the Entra bearer token that goes with each delivery; null sends none.</summary>
    public string? EntraAudience { get; init; }

    /// <summary>Beginnings of data.to.phoneNumber.value; empty takes every call, ACS users included.</summary>
    public IReadOnlyCollection<string> NumberPrefixes { get; init; } = [];

    public int MaxDeliveryAttempts { get; init; } = 2;

    /// <summary>Looked at when the next attempt is due.</summary>
    public TimeSpan TimeToLive { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longer waits after certain statuses. Empty by default; see <see cref="DocumentedMinimumDelays"/>.</summary>
    public IReadOnlyDictionary<int, TimeSpan> MinimumDelays { get; init; } = new Dictionary<int, TimeSpan>();

    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The older documentation's table: 403 and 404 wait 5 minutes, 408 two, 503 half a one.</summary>
    public static IReadOnlyDictionary<int, TimeSpan> DocumentedMinimumDelays { get; } = new Dictionary<int, TimeSpan>
    {
        [403] = TimeSpan.FromMinutes(5),
        [404] = TimeSpan.FromMinutes(5),
        [408] = TimeSpan.FromMinutes(2),
        [503] = TimeSpan.FromSeconds(30),
    };
}
