namespace Koppla.Simulator.EventGrid;

/// <summary>An event in the Event Grid schema.</summary>
internal sealed record GridEvent<TData>
{
    public required string Id { get; init; }

    public string Topic { get; init; } = EventGridTopic.Source;

    public required string Subject { get; init; }

    public required TData Data { get; init; }

    public required string EventType { get; init; }

    public string DataVersion { get; init; } = "1.0";

    public string MetadataVersion { get; init; } = "1";

    public required string EventTime { get; init; }
}
