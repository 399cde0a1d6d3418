namespace Koppla.Simulator.EventGrid;

/// <summary>An event in the CloudEvents 1.0 schema, as Event Grid writes it.</summary>
internal sealed record GridCloudEvent
{
    public required string Id { get; init; }

    public string Source { get; init; } = EventGridTopic.Source;

    public required string Subject { get; init; }

    public required string Type { get; init; }

    public required string Time { get; init; }

    public string Specversion { get; } = "1.0";

    public required IncomingCallData Data { get; init; }
}
