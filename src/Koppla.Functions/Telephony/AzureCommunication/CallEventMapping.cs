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
    public static CallEvent? Of(string id, Instant at, CallAutomationEventBase told, CarrierStatus carrier)
    {
        var (connection, context, code) = (told.CallConnectionId, told.OperationContext, CodeOf(told.ResultInformation, carrier));
        return told switch
        {
            CallConnected => new Connected(id, connection, context, at),
            AnswerFailed => new NotConnected(id, connection, context, at, code),
            CallDisconnected => new Disconnected(id, connection, context, at, code),
            AddParticipantSucceeded joined => new Joined(id, connection, context, at, Identifiers.Read(joined.Participant)),
            AddParticipantFailed failed => NotJoinedOf(id, at, failed, carrier, Identifiers.Read(failed.Participant), code),
            CreateCallFailed => NotJoinedOf(id, at, told, carrier, who: null, code),
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
            CallTransferFailed => NotTransferredOf(id, at, told, carrier, code),
            _ => null,
        };
    }

    private static NotJoined NotJoinedOf(
        string id, Instant at, CallAutomationEventBase failed, CarrierStatus carrier, CallTarget? who, string code)
    {
        var (failure, late) = ReadingOf(failed.ResultInformation, carrier);
        return new NotJoined(
            id, failed.CallConnectionId, failed.OperationContext, at, who, failure, code, late);
    }

    private static NotTransferred NotTransferredOf(string id, Instant at, CallAutomationEventBase failed, CarrierStatus carrier, string code)
    {
        var (failure, late) = ReadingOf(failed.ResultInformation, carrier);
        return new NotTransferred(id, failed.CallConnectionId, failed.OperationContext, at, failure, code, late);
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
