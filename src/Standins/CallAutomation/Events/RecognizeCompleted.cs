using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>A recognition understood something. Only telephone keys are read; other kinds have no <see cref="RecognizeResult"/>.</summary>
public sealed class RecognizeCompleted : CallAutomationEventBase, IEventData<RecognizeCompleted>
{
    internal RecognizeCompleted(EventHeader header, CallMediaRecognitionType recognitionType, RecognizeResult? recognizeResult) : base(header)
    {
        RecognitionType = recognitionType;
        RecognizeResult = recognizeResult;
    }

    public CallMediaRecognitionType RecognitionType { get; set; }

    public RecognizeResult? RecognizeResult { get; }

    public MediaEventReasonCode ReasonCode => MediaEventReasonCode.From(ResultInformation);

    public static RecognizeCompleted Deserialize(string content) => EventData.Read<RecognizeCompleted>(content);

    static RecognizeCompleted IEventData<RecognizeCompleted>.Read(JsonElement data) => new(
        EventHeader.Read(data),
        data.Text("recognitionType") is { } type ? new CallMediaRecognitionType(type) : default,
        data.Member("dtmfResult") is { } dtmf ? DtmfResult.Read(dtmf) : null);
}
