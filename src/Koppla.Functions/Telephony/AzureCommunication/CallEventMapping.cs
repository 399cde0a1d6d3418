using System.Globalization;
using System.Text;
using Azure.Communication.CallAutomation;
using Koppla.Functions.Telephony.CallEvents;
using NodaTime;

namespace Koppla.Functions.Telephony.AzureCommunication;

/// <summary>The provider's events in our words.</summary>
internal static class CallEventMapping
{
    /// <returns>Null when it means nothing to us.</returns>
    public static CallEvent? Of(string id, Instant at, CallAutomationEventBase told)
    {
        var (connection, context, code) = (told.CallConnectionId, told.OperationContext, CodeOf(told.ResultInformation));
        return told switch
        {
            CallConnected => new Connected(id, connection, context, at),
            AnswerFailed => new NotConnected(id, connection, context, at, code),
            CallDisconnected => new Disconnected(id, connection, context, at, code),
            AddParticipantSucceeded joined => new Joined(id, connection, context, at, Identifiers.Read(joined.Participant)),
            AddParticipantFailed failed => NotJoinedOf(id, at, failed, Identifiers.Read(failed.Participant), code),
            CreateCallFailed => NotJoinedOf(id, at, told, who: null, code),
            CancelAddParticipantSucceeded cancelled => new InvitationCancelled(id, connection, context, at, cancelled.InvitationId),
            CancelAddParticipantFailed failed => new InvitationNotCancelled(id, connection, context, at, failed.InvitationId),
            ParticipantsUpdated roster => new Roster(
                id, connection, context, at, Identifiers.Read(roster.Participants), roster.SequenceNumber ?? 0),
            PlayCompleted => new Played(id, connection, context, at),
            PlayFailed => new NotPlayed(id, connection, context, at, code),
            PlayCanceled => new PlayStopped(id, connection, context, at),
            RecognizeCompleted { RecognizeResult: DtmfResult { Tones: [var key, ..] } } =>
                new KeyPressed(id, connection, context, at, key.ToChar()),
            RecognizeCompleted or RecognizeFailed => new NoKeyPressed(id, connection, context, at, code),
            HoldFailed => new NotHeld(id, connection, context, at, code),
            CallTransferAccepted => new Transferred(id, connection, context, at),
            CallTransferFailed => NotTransferredOf(id, at, told, code),
            _ => null,
        };
    }

    private static NotJoined NotJoinedOf(string id, Instant at, CallAutomationEventBase failed, CallTarget? who, string code)
    {
        var (failure, late) = ReadingOf(failed.ResultInformation);
        return new NotJoined(
            id, failed.CallConnectionId, failed.OperationContext, at, who, failure, code, late);
    }

    private static NotTransferred NotTransferredOf(string id, Instant at, CallAutomationEventBase failed, string code)
    {
        var (failure, late) = ReadingOf(failed.ResultInformation);
        return new NotTransferred(id, failed.CallConnectionId, failed.OperationContext, at, failure, code, late);
    }

    private static LegFailureReading ReadingOf(ResultInformation? result) =>
        LegFailures.Classify(result?.Code, result?.SubCode, result?.SipDetails?.Code, result?.Q850Details?.Code);

    /// <summary><c>486/560486 sip 486 q850 17</c>, as much of it as there is.</summary>
    private static string CodeOf(ResultInformation? result)
    {
        var code = new StringBuilder();
        Append(code, "", result?.Code);
        Append(code, "/", result?.SubCode);
        Append(code, " sip ", result?.SipDetails?.Code);
        Append(code, " q850 ", result?.Q850Details?.Code);
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
