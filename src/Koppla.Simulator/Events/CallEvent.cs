namespace Koppla.Simulator.Events;

/// <summary>The CloudEvents 1.0 envelope of a mid-call event.</summary>
internal sealed record CallEvent
{
    public required string Id { get; init; }

    public required string Source { get; init; }

    public required string Type { get; init; }

    public string Specversion { get; } = "1.0";

    public required string Time { get; init; }

    public required string Subject { get; init; }

    public string Datacontenttype { get; } = "application/json";

    public required CallEventData Data { get; init; }
}
