namespace Azure.Communication.CallAutomation;

public static partial class CallAutomationModelFactory
{
    public static CallConnected CallConnected(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? operationContext = null, ResultInformation? resultInformation = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation));

    public static CallDisconnected CallDisconnected(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? operationContext = null, ResultInformation? resultInformation = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation));

    public static CallTransferFailed CallTransferFailed(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? operationContext = null, ResultInformation? resultInformation = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation));

    public static AnswerFailed AnswerFailed(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, ResultInformation? resultInformation = null, string? operationContext = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation));

    public static CreateCallFailed CreateCallFailed(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, ResultInformation? resultInformation = null, string? operationContext = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation));

    public static CallTransferAccepted CallTransferAccepted(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? operationContext = null, ResultInformation? resultInformation = null, CommunicationIdentifier? transferee = null, CommunicationIdentifier? transferTarget = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation), transferee, transferTarget);

    public static AddParticipantSucceeded AddParticipantSucceeded(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? operationContext = null, ResultInformation? resultInformation = null, CommunicationIdentifier? participant = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation), participant);

    public static AddParticipantFailed AddParticipantFailed(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? operationContext = null, ResultInformation? resultInformation = null, CommunicationIdentifier? participant = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation), participant);

    public static RemoveParticipantSucceeded RemoveParticipantSucceeded(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? operationContext = null, ResultInformation? resultInformation = null, CommunicationIdentifier? participant = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation), participant);

    public static RemoveParticipantFailed RemoveParticipantFailed(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? operationContext = null, ResultInformation? resultInformation = null, CommunicationIdentifier? participant = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation), participant);

    public static MoveParticipantSucceeded MoveParticipantSucceeded(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? operationContext = null, ResultInformation? resultInformation = null, CommunicationIdentifier? participant = null, string? fromCall = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation), participant, fromCall);

    public static MoveParticipantFailed MoveParticipantFailed(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? operationContext = null, ResultInformation? resultInformation = null, CommunicationIdentifier? participant = null, string? fromCall = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation), participant, fromCall);

    public static CancelAddParticipantSucceeded CancelAddParticipantSucceeded(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? invitationId = null, string? operationContext = null, ResultInformation? resultInformation = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation), invitationId);

    public static CancelAddParticipantFailed CancelAddParticipantFailed(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, string? invitationId = null, ResultInformation? resultInformation = null, string? operationContext = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, operationContext, resultInformation), invitationId);

    public static ParticipantsUpdated ParticipantsUpdated(
        string? callConnectionId = null, string? serverCallId = null, string? correlationId = null, IEnumerable<CallParticipant>? participants = null, int sequenceNumber = 0, ResultInformation? resultInformation = null) =>
        new(new EventHeader(callConnectionId, serverCallId, correlationId, OperationContext: null, resultInformation), [.. participants ?? []], sequenceNumber);
}
