using Azure.Communication;
using Azure.Communication.CallAutomation;
using static Koppla.Standins.Tests.CallAutomation.Samples;

namespace Koppla.Standins.Tests.CallAutomation;

/// <summary>Bodies and answers of the operations on one call.</summary>
public sealed class CallConnectionWireTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_sends_all_it_was_given_and_reads_the_invitation()
    {
        var wire = Wire.Answering(202, Added);
        var invite = InvitePrimary();
        invite.CustomCallingContext.AddSipUui("56a390f3;encoding=hex");
        invite.CustomCallingContext.AddSipX("fwd", "cfb");
        invite.CustomCallingContext.AddSipX("div", "+46701110001", SipHeaderPrefix.X);
        invite.CustomCallingContext.AddVoip("k", "v");

        var result = (await wire.Call.AddParticipantAsync(new AddParticipantOptions(invite)
        {
            InvitationTimeoutInSeconds = 25,
            OperationContext = "fwd:primary:1",
            OperationCallbackUri = OperationCallback,
        }, Stop)).Value;

        Json.Equal($$"""
            { "sourceCallerIdNumber": { "value": "+46812340000" }, "participantToAdd": {{B}}, "invitationTimeoutInSeconds": 25, "operationContext": "fwd:primary:1",
              "operationCallbackUri": "https://fwd.example.net/api/acs/callback?k=2f1c&op=1",
              "customCallingContext": { "voipHeaders": { "k": "v" },
                "sipHeaders": { "User-To-User": "56a390f3;encoding=hex", "X-MS-Custom-fwd": "cfb", "X-div": "+46701110001" } } }
            """, wire.Sent.Body);
        Assert.Equal("d1f7a1a2-0e37-4f8e-8f1c-7e0a5a9b0001", result.InvitationId);
        Assert.Equal("fwd:primary:1", result.OperationContext);
        Assert.Equal(Primary, result.Participant?.Identifier);
    }

    [Fact]
    public async Task Add_sends_both_header_maps_and_a_fresh_context_when_nothing_is_given()
    {
        var wire = Wire.Answering(202, Added);

        await wire.Call.AddParticipantAsync(new CallInvite(new CommunicationUserIdentifier("8:acs:r_u")), Stop);

        Json.EqualWithFreshContext("""
            { "participantToAdd": { "rawId": "8:acs:r_u", "communicationUser": { "id": "8:acs:r_u" } },
              "customCallingContext": { "voipHeaders": {}, "sipHeaders": {} } }
            """, wire.Sent.Body);
    }

    [Fact]
    public async Task Transfer_sends_all_it_was_given()
    {
        var wire = Wire.Answering(202, """{ "operationContext": "xfer:1" }""");

        var result = await wire.Call.TransferCallToParticipantAsync(
            new TransferToParticipantOptions(Secondary) { Transferee = Caller, SourceCallerIdNumber = Own, OperationContext = "xfer:1" }, Stop);

        Json.Equal($$"""
            { "targetParticipant": {{C}}, "transferee": {{A}}, "sourceCallerIdNumber": { "value": "+46812340000" }, "operationContext": "xfer:1",
              "customCallingContext": { "voipHeaders": {}, "sipHeaders": {} } }
            """, wire.Sent.Body);
        Assert.Equal("xfer:1", result.Value.OperationContext);
    }

    [Fact]
    public async Task Transfer_makes_a_fresh_context()
    {
        var wire = Wire.Answering(202, "{}");

        await wire.Call.TransferCallToParticipantAsync(Secondary, Stop);

        Json.EqualWithFreshContext($$"""{ "targetParticipant": {{C}}, "customCallingContext": { "voipHeaders": {}, "sipHeaders": {} } }""", wire.Sent.Body);
    }

    [Fact]
    public async Task Cancel_sends_the_invitation()
    {
        var wire = Wire.Answering(202, """{ "invitationId": "i-1", "operationContext": "cancel:1" }""");

        var result = (await wire.Call.CancelAddParticipantOperationAsync(
            new CancelAddParticipantOperationOptions("i-1") { OperationContext = "cancel:1", OperationCallbackUri = OperationCallback }, Stop)).Value;

        Json.Equal("""
            { "invitationId": "i-1", "operationContext": "cancel:1", "operationCallbackUri": "https://fwd.example.net/api/acs/callback?k=2f1c&op=1" }
            """, wire.Sent.Body);
        Assert.Equal(("i-1", "cancel:1"), (result.InvitationId, result.OperationContext));
    }

    [Fact]
    public async Task Cancel_makes_a_fresh_context()
    {
        var wire = Wire.Answering(202, "{}");

        await wire.Call.CancelAddParticipantOperationAsync("i-1", Stop);

        Json.EqualWithFreshContext("""{ "invitationId": "i-1" }""", wire.Sent.Body);
    }

    [Fact]
    public async Task Remove_sends_the_participant()
    {
        var wire = Wire.Answering(202, """{ "operationContext": "rm:1" }""");

        var result = await wire.Call.RemoveParticipantAsync(Primary, "rm:1", Stop);

        Json.Equal($$"""{ "participantToRemove": {{B}}, "operationContext": "rm:1" }""", wire.Sent.Body);
        Assert.Equal("rm:1", result.Value.OperationContext);
    }

    [Fact]
    public async Task Remove_makes_a_fresh_context()
    {
        var wire = Wire.Answering(202, "{}");

        await wire.Call.RemoveParticipantAsync(new RemoveParticipantOptions(Primary), Stop);

        Json.EqualWithFreshContext($$"""{ "participantToRemove": {{B}} }""", wire.Sent.Body);
    }

    [Fact]
    public async Task Move_sends_the_participants_and_where_they_are()
    {
        var wire = Wire.Answering(202, $$"""{ "participants": [ {{Participant}} ], "operationContext": "move:1", "fromCall": "cc-2" }""");

        var result = (await wire.Call.MoveParticipantsAsync(new MoveParticipantsOptions([Caller], "cc-2") { OperationContext = "move:1" }, Stop)).Value;

        Json.Equal($$"""{ "targetParticipants": [ {{A}} ], "fromCall": "cc-2", "operationContext": "move:1" }""", wire.Sent.Body);
        Assert.Equal(("move:1", "cc-2"), (result.OperationContext, result.FromCall));
        Assert.Equal(Caller, Assert.Single(result.Participants).Identifier);
    }

    [Fact]
    public async Task Move_makes_a_fresh_context()
    {
        var wire = Wire.Answering(202, "{}");

        await wire.Call.MoveParticipantsAsync([Caller], "cc-2", Stop);

        Json.EqualWithFreshContext($$"""{ "targetParticipants": [ {{A}} ], "fromCall": "cc-2" }""", wire.Sent.Body);
    }

    [Fact]
    public async Task Participants_are_read_with_hold_and_mute()
    {
        var list = (await Wire.Answering(200, Samples.Participants).Call.GetParticipantsAsync(Stop)).Value;

        Assert.Equal(
            [(Caller.RawId, false, true), (Primary.RawId, true, false)],
            list.Select(participant => (participant.Identifier.RawId, participant.IsMuted, participant.IsOnHold)));
    }

    [Fact]
    public async Task One_participant_is_asked_for_by_raw_id()
    {
        var participant = (await Wire.Answering(200, Participant).Call.GetParticipantAsync(Caller, Stop)).Value;

        Assert.Equal(Caller, participant.Identifier);
        Assert.True(participant.IsOnHold);
    }

    [Fact]
    public async Task A_participant_without_mute_state_is_not_accepted() =>
        await Assert.ThrowsAsync<System.Text.Json.JsonException>(() =>
            Wire.Answering(200, $$"""{ "identifier": {{A}} }""").Call.GetParticipantAsync(Caller, Stop));

    [Fact]
    public async Task An_unusual_connection_id_is_escaped()
    {
        var wire = Wire.Answering(204);

        await wire.Client.GetCallConnection("a/b?c").HangUpAsync(forEveryone: false, Stop);

        Assert.Equal("/calling/callConnections/a%2Fb%3Fc?api-version=2026-03-12", wire.Sent.Target);
        Assert.Null(wire.Sent.Body);
    }
}
