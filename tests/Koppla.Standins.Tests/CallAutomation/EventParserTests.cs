using System.Text.Json;
using Azure.Communication.CallAutomation;
using Azure.Messaging;
using static Koppla.Standins.Tests.CallAutomation.Samples;

namespace Koppla.Standins.Tests.CallAutomation;

public sealed class EventParserTests
{
    [Fact]
    public void CallConnected_has_the_members_all_events_share()
    {
        var connected = Parse<CallConnected>(EventSamples.CallConnected);

        Assert.Equal("421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002", connected.CallConnectionId);
        Assert.Equal("aHR0cHM6Ly9lbXUubG9jYWwvY29udi8wMDAy", connected.ServerCallId);
        Assert.Equal("0b6f0c9e-3c54-4a26-9a0e-51d0c1f00002", connected.CorrelationId);
        Assert.Equal("answer:call-77", connected.OperationContext);
        Assert.Equal((200, 0, ""), Result(connected));
    }

    [Fact]
    public void ParticipantsUpdated_has_the_roster_and_its_number()
    {
        var updated = Parse<ParticipantsUpdated>(EventSamples.ParticipantsUpdated);

        var participant = Assert.Single(updated.Participants);
        Assert.Equal((Caller.RawId, false, false), (participant.Identifier.RawId, participant.IsMuted, participant.IsOnHold));
        Assert.Equal(1, updated.SequenceNumber);
        Assert.Null(updated.OperationContext);
    }

    [Fact]
    public void AddParticipantFailed_has_the_participant_and_the_cause()
    {
        var failed = Parse<AddParticipantFailed>(EventSamples.AddParticipantFailed);

        Assert.Equal(Primary, failed.Participant);
        Assert.Equal("fwd:primary:1", failed.OperationContext);
        Assert.Equal((486, 560486, "addParticipant failed, callee busy"), Result(failed));
    }

    [Fact]
    public void Participant_events_have_the_participant()
    {
        Assert.Equal(Secondary, Parse<AddParticipantSucceeded>(EventSamples.AddParticipantSucceeded).Participant);
        Assert.Equal(Primary, Parse<RemoveParticipantSucceeded>(EventSamples.RemoveParticipantSucceeded).Participant);
        var moved = Parse<MoveParticipantSucceeded>(EventSamples.MoveParticipantSucceeded);
        Assert.Equal((Caller.RawId, "c1", "c2", "move:1"), (moved.Participant?.RawId, moved.FromCall, moved.CallConnectionId, moved.OperationContext));
    }

    [Fact]
    public void CancelAddParticipantSucceeded_has_the_invitation() =>
        Assert.Equal("d1f7a1a2-0e37-4f8e-8f1c-7e0a5a9b0001", Parse<CancelAddParticipantSucceeded>(EventSamples.CancelAddParticipantSucceeded).InvitationId);

    [Fact]
    public void Transfer_events_have_both_parties_or_the_cause()
    {
        var accepted = Parse<CallTransferAccepted>(EventSamples.CallTransferAccepted);

        Assert.Equal((Caller.RawId, Secondary.RawId), (accepted.Transferee?.RawId, accepted.TransferTarget?.RawId));
        Assert.Equal((603, 560603, "Transfer target declined."), Result(Parse<CallTransferFailed>(EventSamples.CallTransferFailed)));
    }

    [Fact]
    public void Events_of_the_call_itself_have_the_cause()
    {
        Assert.Equal((0, 540000, "Call ended by the caller."), Result(Parse<CallDisconnected>(EventSamples.CallDisconnected)));
        Assert.Equal((487, 10004, "Not answered in time."), Result(Parse<CreateCallFailed>(EventSamples.CreateCallFailed)));
        Assert.Equal((487, 0, "Caller cancelled before answer."), Result(Parse<AnswerFailed>(EventSamples.AnswerFailed)));
    }

    [Fact]
    public void Media_events_have_a_reason()
    {
        var failed = Parse<PlayFailed>(EventSamples.PlayFailed);
        var completed = Parse<RecognizeCompleted>(EventSamples.RecognizeCompleted);

        Assert.Equal(MediaEventReasonCode.CompletedSuccessfully, Parse<PlayCompleted>(EventSamples.PlayCompleted).ReasonCode);
        Assert.Equal((MediaEventReasonCode.PlayDownloadFailed, 0), (failed.ReasonCode, failed.FailedPlaySourceIndex));
        Assert.Equal(MediaEventReasonCode.RecognizeMaxDigitsReceived, completed.ReasonCode);
        Assert.Equal(MediaEventReasonCode.RecognizeInitialSilenceTimedOut, Parse<RecognizeFailed>(EventSamples.RecognizeFailed).ReasonCode);
        Assert.Equal(MediaEventReasonCode.PlayDownloadFailed, Parse<HoldFailed>(EventSamples.HoldFailed).ReasonCode);
        Assert.Equal(8536, Parse<HoldFailed>(EventSamples.HoldFailed).ReasonCode.GetReasonCodeValue());
    }

    [Fact]
    public void Keys_are_read()
    {
        var completed = Parse<RecognizeCompleted>(EventSamples.RecognizeCompleted);
        var pressed = Parse<ContinuousDtmfRecognitionToneReceived>(EventSamples.ContinuousDtmfRecognitionToneReceived);

        Assert.Equal(CallMediaRecognitionType.Dtmf, completed.RecognitionType);
        var keys = Assert.IsType<DtmfResult>(completed.RecognizeResult);
        Assert.Equal([DtmfTone.One], keys.Tones);
        Assert.Equal("1", keys.ConvertToString());
        Assert.Equal(RecognizeResultType.DtmfResult, keys.ResultType);
        Assert.Equal((1, DtmfTone.Asterisk), (pressed.SequenceId, pressed.Tone));
    }

    [Fact]
    public void Both_forms_of_the_parser_agree()
    {
        var body = BinaryData.FromString(EventSamples.CallConnected);
        var cloudEvent = CloudEvent.ParseMany(body).Single();

        Assert.IsType<CallConnected>(CallAutomationEventParser.Parse(cloudEvent));
        Assert.IsType<CallConnected>(CallAutomationEventParser.Parse(body));
        Assert.IsType<CallConnected>(CallAutomationEventParser.Parse(cloudEvent.Data!.ToString(), cloudEvent.Type));
        Assert.IsType<CallConnected>(Assert.Single(CallAutomationEventParser.ParseMany([cloudEvent])));
        Assert.Equal("answer:call-77", CallConnected.Deserialize(cloudEvent.Data!.ToString()).OperationContext);
    }

    [Theory]
    [InlineData("Microsoft.Communication.HoldAudioStarted")]
    [InlineData("Microsoft.Communication.IncomingCall")]
    [InlineData("CallConnected")]
    [InlineData("")]
    public void An_unknown_type_is_null(string type) => Assert.Null(CallAutomationEventParser.Parse("{}", type));

    [Fact]
    public void Unknown_types_stand_as_null_among_the_known_ones()
    {
        var parsed = CallAutomationEventParser.ParseMany(BinaryData.FromString("""
            [ { "id": "1", "source": "s", "type": "Microsoft.Communication.Unheard", "specversion": "1.0", "data": {} },
              { "id": "2", "source": "s", "type": "Microsoft.Communication.CallDisconnected", "specversion": "1.0", "data": { "callConnectionId": "c" } },
              { "id": "3", "source": "s", "type": "Microsoft.Communication.CallConnected", "specversion": "1.0" } ]
            """));

        Assert.Equal([null, typeof(CallDisconnected), null], parsed.Select(happened => happened?.GetType()));
    }

    [Fact]
    public void An_empty_body_has_no_event()
    {
        Assert.Empty(CallAutomationEventParser.ParseMany(BinaryData.FromString("[]")));
        Assert.Null(CallAutomationEventParser.Parse(BinaryData.FromString("[]")));
    }

    [Fact]
    public void Members_that_are_unknown_null_or_of_another_type_are_passed_over()
    {
        var happened = Assert.IsType<PlayFailed>(CallAutomationEventParser.Parse("""
            { "callConnectionId": "c", "serverCallId": null, "correlationId": 7, "version": "2022", "publicEventType": "x", "operationContext": null,
              "failedPlaySourceIndex": "first", "resultInformation": { "code": "400", "subCode": 8535, "message": null, "sipDetails": null, "more": {} } }
            """, "Microsoft.Communication.PlayFailed"));

        Assert.Equal(("c", "", ""), (happened.CallConnectionId, happened.ServerCallId, happened.CorrelationId));
        Assert.Null(happened.OperationContext);
        Assert.Null(happened.FailedPlaySourceIndex);
        Assert.Equal((null, 8535, null), Result(happened));
        Assert.Equal(MediaEventReasonCode.PlayInvalidFileFormat, happened.ReasonCode);
    }

    [Fact]
    public void An_event_of_speech_has_no_result_of_keys()
    {
        var completed = RecognizeCompleted.Deserialize("""{ "recognitionType": "speech", "speechResult": { "speech": "hej" } }""");

        Assert.Equal(CallMediaRecognitionType.Speech, completed.RecognitionType);
        Assert.Null(completed.RecognizeResult);
    }

    [Fact]
    public void Text_that_is_no_JSON_is_an_error() =>
        Assert.ThrowsAny<JsonException>(() => CallAutomationEventParser.Parse("no", "Microsoft.Communication.CallConnected"));

    private static T Parse<T>(string body)
        where T : CallAutomationEventBase => Assert.IsType<T>(CallAutomationEventParser.Parse(BinaryData.FromString(body)));

    private static (int? Code, int? SubCode, string? Message) Result(CallAutomationEventBase happened) =>
        (happened.ResultInformation?.Code, happened.ResultInformation?.SubCode, happened.ResultInformation?.Message);
}
