using System.Globalization;
using System.Text;
using Azure.Communication.CallAutomation;
using Koppla.Functions.Telephony.CallEvents;
using NodaTime;

namespace Koppla.Functions.Telephony.AzureCommunication;

/// <summary>The provider's events in our words.</summary>
internal static class CallEventMapping
{
    /// <param name="data">Of the event as it came. Only what tells of a failure is looked for in it, so it is read for those alone.</param>
    /// <returns>Null when it means nothing to us.</returns>
    public static CallEvent? Of(string id, Instant at, CallAutomationEventBase told, BinaryData? data)
    {
        var (connection, context) = (told.CallConnectionId, told.OperationContext);
        return told switch
        {
            CallConnected => new Connected(id, connection, context, at),
            AnswerFailed => new NotConnected(id, connection, context, at, Code()),
            CallDisconnected => new Disconnected(id, connection, context, at, Code()),
            AddParticipantSucceeded joined => new Joined(id, connection, context, at, Identifiers.Read(joined.Participant)),
            AddParticipantFailed failed => NotJoinedOf(id, at, failed, data, Identifiers.Read(failed.Participant)),
            CreateCallFailed => NotJoinedOf(id, at, told, data, who: null),
            CancelAddParticipantSucceeded cancelled => new InvitationCancelled(id, connection, context, at, cancelled.InvitationId),
            CancelAddParticipantFailed failed => new InvitationNotCancelled(id, connection, context, at, failed.InvitationId),
            ParticipantsUpdated roster => new Roster(
                id, connection, context, at, Identifiers.Read(roster.Participants), roster.SequenceNumber ?? 0),
            PlayCompleted => new Played(id, connection, context, at),
            PlayFailed => new NotPlayed(id, connection, context, at, Code()),
            PlayCanceled => new PlayStopped(id, connection, context, at),
            RecognizeCompleted { RecognizeResult: DtmfResult { Tones: [var key, ..] } } =>
                new KeyPressed(id, connection, context, at, key.ToChar()),
            RecognizeCompleted or RecognizeFailed => new NoKeyPressed(id, connection, context, at, Code()),
            HoldFailed => new NotHeld(id, connection, context, at, Code()),
            CallTransferAccepted => new Transferred(id, connection, context, at),
            CallTransferFailed => NotTransferredOf(id, at, told, data),
            _ => null,
        };

        string Code() => CodeOf(told.ResultInformation, CarrierStatus.Of(data));
    }

    private static NotJoined NotJoinedOf(string id, Instant at, CallAutomationEventBase failed, BinaryData? data, CallTarget? who)
    {
        var carrier = CarrierStatus.Of(data);
        var (failure, late) = ReadingOf(failed.ResultInformation, carrier);
        return new NotJoined(
            id, failed.CallConnectionId, failed.OperationContext, at, who, failure, CodeOf(failed.ResultInformation, carrier), late);
    }

    private static NotTransferred NotTransferredOf(string id, Instant at, CallAutomationEventBase failed, BinaryData? data)
    {
        var carrier = CarrierStatus.Of(data);
        var (failure, late) = ReadingOf(failed.ResultInformation, carrier);
        return new NotTransferred(
            id, failed.CallConnectionId, failed.OperationContext, at, failure, CodeOf(failed.ResultInformation, carrier), late);
    }

    private static LegFailureReading ReadingOf(ResultInformation? result, CarrierStatus carrier) =>
        LegFailures.Classify(result?.Code, result?.SubCode, carrier.Sip, carrier.Q850);

    /// <summary><c>486/560486 sip 486 q850 17</c>, as much of it as there is.</summary>
    private static string CodeOf(ResultInformation? result, CarrierStatus carrier)
    {
        var code = new StringBuilder();
        Append(code, "", result?.Code);
        Append(code, "/", result?.SubCode);
        Append(code, " sip ", carrier.Sip);
        Append(code, " q850 ", carrier.Q850);
        return code.ToString();
    }

    private static void Append(StringBuilder code, string before, int? number)
    {
        if (number is { } value)
        {
            code.Append(before).Append(value.ToString(CultureInfo.InvariantCulture));
        }
    }
}
