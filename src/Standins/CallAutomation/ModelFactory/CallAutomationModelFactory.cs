namespace Azure.Communication.CallAutomation;

/// <summary>Makes the types that only the service can make, for tests. Parameters are in the order of the official package; the order differs between events.</summary>
public static partial class CallAutomationModelFactory
{
    public static ResultInformation ResultInformation(int? code = null, int? subCode = null, string? message = null) =>
        new(code, subCode, message);

    public static CallParticipant CallParticipant(CommunicationIdentifier? identifier = null, bool isMuted = false, bool isOnHold = false) =>
        new(identifier!, isMuted, isOnHold);

    public static CallConnectionProperties CallConnectionProperties(
        string? callConnectionId = null,
        string? serverCallId = null,
        IEnumerable<CommunicationIdentifier>? targets = null,
        CallConnectionState callConnectionState = default,
        Uri? callbackUri = null,
        CommunicationIdentifier? sourceIdentity = null,
        PhoneNumberIdentifier? sourceCallerIdNumber = null,
        string? sourceDisplayName = null,
        CommunicationUserIdentifier? answeredBy = null,
        PhoneNumberIdentifier? answeredFor = null) =>
        new(callConnectionId ?? string.Empty, callbackUri!, [.. targets ?? []])
        {
            ServerCallId = serverCallId ?? string.Empty,
            CallConnectionState = callConnectionState,
            Source = sourceIdentity,
            SourceCallerIdNumber = sourceCallerIdNumber,
            SourceDisplayName = sourceDisplayName,
            AnsweredBy = answeredBy,
            AnsweredFor = answeredFor,
        };

    public static AnswerCallResult AnswerCallResult(CallConnection? callConnection = null, CallConnectionProperties? callConnectionProperties = null) =>
        new(callConnection!, callConnectionProperties!);

    public static CreateCallResult CreateCallResult(CallConnection? callConnection = null, CallConnectionProperties? callConnectionProperties = null) =>
        new(callConnection!, callConnectionProperties!);

    /// <summary>The plural is the official name.</summary>
    public static AddParticipantResult AddParticipantsResult(CallParticipant? participant = null, string? operationContext = null, string? invitationId = null) =>
        new(participant, operationContext, invitationId);

    public static CancelAddParticipantOperationResult CancelAddParticipantResult(string? invitationId = null, string? operationContext = null) =>
        new(invitationId, operationContext);

    public static RemoveParticipantResult RemoveParticipantResult(string? operationContext = null) => new(operationContext);

    public static TransferCallToParticipantResult TransferCallToParticipantResult(string? operationContext = null) => new(operationContext);

    public static SendDtmfTonesResult SendDtmfTonesResult(string? operationContext = null) => new(operationContext);

    public static DtmfResult DtmfResult(IEnumerable<DtmfTone>? tones = null) => new([.. tones ?? []]);
}
