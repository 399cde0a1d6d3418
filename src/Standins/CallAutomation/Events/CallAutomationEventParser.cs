using System.Collections.Frozen;
using System.Text.Json;
using Azure.Messaging;

namespace Azure.Communication.CallAutomation;

/// <summary>Reads the events the service posts to a callback URI. An unknown type, or a known one without data, gives <c>null</c>.</summary>
public static class CallAutomationEventParser
{
    private const string Prefix = "Microsoft.Communication.";

    private static readonly FrozenDictionary<string, Func<JsonElement, CallAutomationEventBase>> Readers =
        new[]
        {
            Reader<AddParticipantFailed>(), Reader<AddParticipantSucceeded>(), Reader<AnswerFailed>(), Reader<CallConnected>(), Reader<CallDisconnected>(),
            Reader<CallTransferAccepted>(), Reader<CallTransferFailed>(), Reader<CancelAddParticipantFailed>(), Reader<CancelAddParticipantSucceeded>(),
            Reader<ContinuousDtmfRecognitionStopped>(), Reader<ContinuousDtmfRecognitionToneFailed>(), Reader<ContinuousDtmfRecognitionToneReceived>(),
            Reader<CreateCallFailed>(), Reader<HoldFailed>(), Reader<MoveParticipantFailed>(), Reader<MoveParticipantSucceeded>(),
            Reader<ParticipantsUpdated>(), Reader<PlayCanceled>(), Reader<PlayCompleted>(), Reader<PlayFailed>(), Reader<PlayStarted>(),
            Reader<RecognizeCanceled>(), Reader<RecognizeCompleted>(), Reader<RecognizeFailed>(), Reader<RemoveParticipantFailed>(),
            Reader<RemoveParticipantSucceeded>(), Reader<SendDtmfTonesCompleted>(), Reader<SendDtmfTonesFailed>(),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static CallAutomationEventBase? Parse(CloudEvent cloudEvent)
    {
        ArgumentNullException.ThrowIfNull(cloudEvent);
        return cloudEvent.Data is { } data ? Parse(data.ToMemory(), cloudEvent.Type) : null;
    }

    /// <summary>The first event of a posted body; <c>null</c> when the body is an empty array.</summary>
    public static CallAutomationEventBase? Parse(BinaryData json) => ParseMany(json) is [var first, ..] ? first : null;

    /// <param name="eventData">The <c>data</c> of a CloudEvent as JSON text.</param>
    /// <param name="eventType">Its <c>type</c>, for example <c>Microsoft.Communication.CallConnected</c>.</param>
    public static CallAutomationEventBase? Parse(string eventData, string eventType) => Parse(System.Text.Encoding.UTF8.GetBytes(eventData), eventType);

    public static CallAutomationEventBase?[] ParseMany(CloudEvent[] cloudEvents)
    {
        ArgumentNullException.ThrowIfNull(cloudEvents);
        return Array.ConvertAll(cloudEvents, Parse);
    }

    public static CallAutomationEventBase?[] ParseMany(BinaryData json) => ParseMany(CloudEvent.ParseMany(json));

    private static CallAutomationEventBase? Parse(ReadOnlyMemory<byte> data, string type)
    {
        if (!Readers.TryGetValue(type, out var read))
        {
            return null;
        }

        using var document = JsonDocument.Parse(data);
        return document.RootElement.ValueKind is JsonValueKind.Object ? read(document.RootElement) : null;
    }

    private static KeyValuePair<string, Func<JsonElement, CallAutomationEventBase>> Reader<T>()
        where T : CallAutomationEventBase, IEventData<T> => new(Prefix + typeof(T).Name, T.Read);
}
