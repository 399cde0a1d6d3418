namespace Azure.Communication.CallAutomation;

public static partial class CallAutomationModelFactory
{
    public static PlayStarted PlayStarted(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? operationContext = null, ResultInformation? resultInformation = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation));

    public static PlayCompleted PlayCompleted(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? operationContext = null, ResultInformation? resultInformation = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation));

    public static PlayCanceled PlayCanceled(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? operationContext = null, ResultInformation? resultInformation = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation));

    public static RecognizeCanceled RecognizeCanceled(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? operationContext = null, ResultInformation? resultInformation = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation));

    public static HoldFailed HoldFailed(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? operationContext = null, ResultInformation? resultInformation = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation));

    public static SendDtmfTonesCompleted SendDtmfTonesCompleted(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? operationContext = null, ResultInformation? resultInformation = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation));

    public static SendDtmfTonesFailed SendDtmfTonesFailed(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? operationContext = null, ResultInformation? resultInformation = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation));

    public static ContinuousDtmfRecognitionStopped ContinuousDtmfRecognitionStopped(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? operationContext = null, ResultInformation? resultInformation = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation));

    public static ContinuousDtmfRecognitionToneFailed ContinuousDtmfRecognitionToneFailed(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, ResultInformation? resultInformation = null, string? operationContext = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation));

    public static ContinuousDtmfRecognitionToneReceived ContinuousDtmfRecognitionToneReceived(
        int? sequenceId = null, DtmfTone? tone = null, string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, ResultInformation? resultInformation = null, string? operationContext = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation), sequenceId, tone);

    public static PlayFailed PlayFailed(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? operationContext = null, ResultInformation? resultInformation = null, int? failedPlaySourceIndex = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation), failedPlaySourceIndex);

    public static RecognizeFailed RecognizeFailed(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? operationContext = null, ResultInformation? resultInformation = null, int? failedPlaySourceIndex = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation), failedPlaySourceIndex);

    public static RecognizeCompleted RecognizeCompleted(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? operationContext = null, ResultInformation? resultInformation = null, CallMediaRecognitionType recognitionType = default, RecognizeResult? recognizeResult = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation), recognitionType, recognizeResult);
}
