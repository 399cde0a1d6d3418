using System.Text.Json;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.EventGrid;

/// <summary>One IncomingCall event: the same id in every delivery to every subscription.</summary>
internal sealed class IncomingCallEvent(IncomingCallData data, DateTimeOffset raised)
{
    private const string Type = "Microsoft.Communication.IncomingCall";

    public string Id { get; } = Guid.NewGuid().ToString();

    public string CorrelationId => data.CorrelationId;

    public DateTimeOffset Raised => raised;

    private string Subject => $"/caller/{data.From.RawId}/recipient/{data.To.RawId}";

    public byte[] Body(EventSchema schema) => schema == EventSchema.CloudEvents ? CloudEvent() : GridEvent();

    private byte[] GridEvent() => JsonSerializer.SerializeToUtf8Bytes(
        [new GridEvent<IncomingCallData> { Id = Id, Subject = Subject, Data = data, EventType = Type, EventTime = Instants.Long(raised) }],
        Json.Wire.GridEventIncomingCallDataArray);

    private byte[] CloudEvent() => JsonSerializer.SerializeToUtf8Bytes(
        new GridCloudEvent { Id = Id, Subject = Subject, Type = Type, Time = Instants.Long(raised), Data = data },
        Json.Wire.GridCloudEvent);
}
