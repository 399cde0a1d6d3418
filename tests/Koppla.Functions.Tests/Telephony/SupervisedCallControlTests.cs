using System.Net;
using System.Text.Json.Nodes;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.AzureCommunication;
using Koppla.Routing.Decisions;

namespace Koppla.Functions.Tests.Telephony;

/// <summary>The commands of a supervised call as they are on the wire.</summary>
public sealed class SupervisedCallControlTests
{
    private const string Connection = "421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002";
    private const string Root = "/calling/callConnections";
    private const string Answered = $$"""
        { "callConnectionId": "{{Connection}}", "targets": [], "callConnectionState": "connecting", "callbackUri": "https://koppla.example/x" }
        """;

    private const string Anonymous = """{ "rawId": "4:anonymous", "phoneNumber": { "value": "anonymous", "isAnonymous": true } }""";

    private static readonly RingingCall Ringing = new("handle", new DateTimeOffset(2026, 11, 3, 13, 10, 0, TimeSpan.Zero));
    private static readonly Uri Callback = new("https://koppla.example/api/hooks/call/1");
    private static readonly Uri File = new("https://koppla.example/api/sounds/ringback.wav");
    private static readonly CommandId Command = CommandId.For("handle", 3);
    private static readonly CallTarget Telephone = new CallTarget.Telephone(Numbers.Outside);
    private static readonly CallTarget App = new CallTarget.App("8:acs:1_anna");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_is_answered_with_where_its_events_go()
    {
        var provider = new RecordingTransport([(HttpStatusCode.OK, Answered)]);

        Assert.Equal(
            new AnswerResult(CommandResult.Accepted, Connection),
            await provider.ToCallControl().AnswerAsync(Ringing, Callback, "answer", Command, Cancellation));

        AssertSent(
            provider,
            "POST",
            $"{Root}:answer",
            """{ "incomingCallContext": "handle", "callbackUri": "https://koppla.example/api/hooks/call/1", "operationContext": "answer" }""");
        AssertRepeatable(provider, "Tue, 03 Nov 2026 13:10:00 GMT");
    }

    [Fact]
    public async Task A_call_is_answered_with_the_speech_service_that_is_configured()
    {
        var provider = new RecordingTransport([(HttpStatusCode.OK, Answered)]);
        var settings = new AzureCommunicationOptions { SpeechEndpoint = new Uri("https://speech.example/") };

        await provider.ToCallControl(settings).AnswerAsync(Ringing, Callback, "answer", Command, Cancellation);

        Assert.Equal(
            "https://speech.example/",
            (string?)JsonNode.Parse(provider.Sent[0].Body)!["callIntelligenceOptions"]!["cognitiveServicesEndpoint"]);
    }

    [Fact]
    public async Task A_call_is_created_with_a_telephone_that_shows_a_number_and_with_an_app_that_needs_none()
    {
        var provider = new RecordingTransport([(HttpStatusCode.Created, Answered), (HttpStatusCode.Created, Answered)]);
        var control = provider.ToCallControl();

        Assert.Equal(
            new AnswerResult(CommandResult.Accepted, Connection),
            await control.CreateAsync(Telephone, Numbers.Fixed, Callback, "1.0", Command, Cancellation));
        await control.CreateAsync(App, callerId: null, Callback, "1.0", Command, Cancellation);

        AssertSent(
            provider,
            "POST",
            Root,
            """
            {
              "targets": [ { "rawId": "4:+46701740660", "phoneNumber": { "value": "+46701740660" } } ],
              "sourceCallerIdNumber": { "value": "+46846500420" },
              "operationContext": "1.0",
              "callbackUri": "https://koppla.example/api/hooks/call/1"
            }
            """);
        AssertBody(provider.Sent[1], """
            {
              "targets": [ { "rawId": "8:acs:1_anna", "communicationUser": { "id": "8:acs:1_anna" } } ],
              "operationContext": "1.0",
              "callbackUri": "https://koppla.example/api/hooks/call/1"
            }
            """);
        Assert.Equal(provider.Sent[0].Headers["Repeatability-Request-ID"], provider.Sent[1].Headers["Repeatability-Request-ID"]);
    }

    [Fact]
    public async Task A_text_is_spoken_to_everyone_by_a_voice_of_its_language()
    {
        var provider = new RecordingTransport(HttpStatusCode.Accepted, HttpStatusCode.Accepted);
        var control = provider.ToCallControl();

        await control.PlayAsync(Connection, new Prompt.Speech("Hej", Language.Swedish), "referral", Cancellation);
        await control.PlayAsync(Connection, new Prompt.Speech("Hello", Language.English), "referral", Cancellation);

        AssertSent(provider, "POST", $"{Root}/{Connection}:play", PlayBody(
            """{ "kind": "text", "text": { "text": "Hej", "sourceLocale": "sv-SE", "voiceName": "sv-SE-SofieNeural" } }""", loop: false, "referral"));
        AssertBody(provider.Sent[1], PlayBody(
            """{ "kind": "text", "text": { "text": "Hello", "sourceLocale": "en-GB", "voiceName": "en-GB-SoniaNeural" } }""", loop: false, "referral"));
        Assert.DoesNotContain("Repeatability-Request-ID", provider.Sent[0].Headers.Keys);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_is_played_once_or_again_and_again_and_breaks_off_what_is_playing(bool loop)
    {
        var provider = new RecordingTransport(HttpStatusCode.Accepted);

        var result = await provider.ToCallControl().PlayAsync(
            Connection, loop ? new Prompt.Loop(File) : new Prompt.Sound(File), "tone", Cancellation);

        Assert.Equal(CommandResult.Accepted, result);
        AssertSent(provider, "POST", $"{Root}/{Connection}:play", PlayBody(
            """{ "kind": "file", "file": { "uri": "https://koppla.example/api/sounds/ringback.wav" } }""", loop, "tone"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_is_played_to_one_party_alone(bool loop)
    {
        var provider = new RecordingTransport(HttpStatusCode.Accepted);

        var result = await provider.ToCallControl().PlayToAsync(
            Connection, Telephone, loop ? new Prompt.Loop(File) : new Prompt.Sound(File), "tone", Cancellation);

        Assert.Equal(CommandResult.Accepted, result);
        AssertSent(provider, "POST", $"{Root}/{Connection}:play", $$"""
            {
              "playSources": [ { "kind": "file", "file": { "uri": "https://koppla.example/api/sounds/ringback.wav" } } ],
              "playTo": [ { "rawId": "4:+46701740660", "phoneNumber": { "value": "+46701740660" } } ],
              "playOptions": { "loop": {{(loop ? "true" : "false")}} },
              "operationContext": "tone"
            }
            """);
        Assert.DoesNotContain("Repeatability-Request-ID", provider.Sent[0].Headers.Keys);
    }

    [Fact]
    public async Task Where_something_plays_already_a_prompt_for_one_party_is_refused()
    {
        var provider = new RecordingTransport([(HttpStatusCode.BadRequest, Error("8500"))]);

        var result = await provider.ToCallControl().PlayToAsync(Connection, Telephone, new Prompt.Sound(File), "tone", Cancellation);

        Assert.Equal(new CommandResult(CommandStatus.Refused, "400/8500"), result);
    }

    [Fact]
    public async Task A_caller_who_withholds_the_number_is_held_with_music_and_brought_back()
    {
        var provider = new RecordingTransport(HttpStatusCode.OK, HttpStatusCode.OK);
        var control = provider.ToCallControl();

        Assert.Equal(CommandResult.Accepted, await control.HoldAsync(Connection, CallTarget.Withheld.Instance, File, "hold", Cancellation));
        Assert.Equal(CommandResult.Accepted, await control.UnholdAsync(Connection, CallTarget.Withheld.Instance, "unhold", Cancellation));

        AssertSent(provider, "POST", $"{Root}/{Connection}:hold", $$"""
            {
              "targetParticipant": {{Anonymous}},
              "playSourceInfo": { "kind": "file", "file": { "uri": "https://koppla.example/api/sounds/ringback.wav" } },
              "operationContext": "hold"
            }
            """);
        Assert.Equal($"{Root}/{Connection}:unhold", provider.Sent[1].Path);
        AssertBody(provider.Sent[1], $$"""{ "targetParticipant": {{Anonymous}}, "operationContext": "unhold" }""");
        Assert.All(provider.Sent, request => Assert.DoesNotContain("Repeatability-Request-ID", request.Headers.Keys));
    }

    [Fact]
    public async Task An_app_is_held_in_silence()
    {
        var provider = new RecordingTransport(HttpStatusCode.OK);

        await provider.ToCallControl().HoldAsync(Connection, App, music: null, "hold", Cancellation);

        AssertSent(provider, "POST", $"{Root}/{Connection}:hold", """
            { "targetParticipant": { "rawId": "8:acs:1_anna", "communicationUser": { "id": "8:acs:1_anna" } }, "operationContext": "hold" }
            """);
    }

    [Fact]
    public async Task Who_withholds_the_number_cannot_be_called_in_any_way()
    {
        var provider = new RecordingTransport();
        var (control, withheld) = (provider.ToCallControl(), CallTarget.Withheld.Instance);
        Func<Task>[] commands =
        [
            () => control.RedirectAsync(Ringing, withheld, Command, Cancellation),
            () => control.InviteAsync(Connection, new Invitation(withheld, Numbers.Caller, null, TimeSpan.FromSeconds(20), "ring"), Command, Cancellation),
            () => control.TransferAsync(Connection, new Handover(withheld, Numbers.Caller, null, "transfer"), Command, Cancellation),
        ];

        foreach (var command in commands)
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(command);
        }

        Assert.Empty(provider.Sent);
    }

    [Fact]
    public async Task What_plays_is_stopped()
    {
        var provider = new RecordingTransport(HttpStatusCode.Accepted);

        Assert.Equal(CommandResult.Accepted, await provider.ToCallControl().StopMediaAsync(Connection, Cancellation));

        AssertSent(provider, "POST", $"{Root}/{Connection}:cancelAllMediaOperations", null);
    }

    [Fact]
    public async Task A_telephone_is_rung_with_a_caller_ID_the_trail_and_a_limit()
    {
        var provider = new RecordingTransport([(HttpStatusCode.Accepted, """{ "operationContext": "ring", "invitationId": "invitation-1" }""")]);
        var invitation = new Invitation(Telephone, Numbers.Caller, "46846500410", TimeSpan.FromSeconds(20), "ring");

        var result = await provider.ToCallControl().InviteAsync(Connection, invitation, Command, Cancellation);

        Assert.Equal(new InvitationResult(CommandResult.Accepted, "invitation-1"), result);
        AssertSent(provider, "POST", $"{Root}/{Connection}/participants:add", """
            {
              "sourceCallerIdNumber": { "value": "+46701740690" },
              "participantToAdd": { "rawId": "4:+46701740660", "phoneNumber": { "value": "+46701740660" } },
              "invitationTimeoutInSeconds": 20,
              "operationContext": "ring",
              "customCallingContext": { "voipHeaders": {}, "sipHeaders": { "X-MS-Custom-Koppla-Trail": "46846500410" } }
            }
            """);
        AssertRepeatable(provider, "Tue, 03 Nov 2026 13:11:00 GMT");
    }

    [Fact]
    public async Task An_app_is_rung_without_caller_ID_and_trail()
    {
        var provider = new RecordingTransport([(HttpStatusCode.Accepted, """{ "invitationId": "invitation-1" }""")]);
        var invitation = new Invitation(App, Numbers.Caller, "46846500410", TimeSpan.FromSeconds(20), "ring");

        await provider.ToCallControl().InviteAsync(Connection, invitation, Command, Cancellation);

        AssertSent(provider, "POST", $"{Root}/{Connection}/participants:add", """
            {
              "participantToAdd": { "rawId": "8:acs:1_anna", "communicationUser": { "id": "8:acs:1_anna" } },
              "invitationTimeoutInSeconds": 20,
              "operationContext": "ring",
              "customCallingContext": { "voipHeaders": {}, "sipHeaders": {} }
            }
            """);
    }

    [Fact]
    public async Task No_caller_ID_is_made_up()
    {
        var provider = new RecordingTransport([(HttpStatusCode.BadRequest, Error("8523"))]);
        var invitation = new Invitation(Telephone, CallerId: null, Trail: null, TimeSpan.FromSeconds(20), "ring");

        var result = await provider.ToCallControl().InviteAsync(Connection, invitation, Command, Cancellation);

        Assert.Equal(new InvitationResult(new CommandResult(CommandStatus.Refused, "400/8523"), null), result);
        Assert.False(JsonNode.Parse(provider.Sent[0].Body)!.AsObject().ContainsKey("sourceCallerIdNumber"));
    }

    [Theory]
    [InlineData(-5, 1)]
    [InlineData(0, 1)]
    [InlineData(0.2, 1)]
    [InlineData(5, 5)]
    [InlineData(19.5, 20)]
    [InlineData(180, 180)]
    [InlineData(100_000, 180)]
    public async Task Ringing_lasts_whole_seconds_within_what_the_provider_takes(double wanted, int sent)
    {
        var provider = new RecordingTransport([(HttpStatusCode.Accepted, "{}")]);
        var invitation = new Invitation(Telephone, Numbers.Caller, null, TimeSpan.FromSeconds(wanted), "ring");

        await provider.ToCallControl().InviteAsync(Connection, invitation, Command, Cancellation);

        Assert.Equal(sent, (int)JsonNode.Parse(provider.Sent[0].Body)!["invitationTimeoutInSeconds"]!);
    }

    [Fact]
    public void The_trail_is_sent_in_the_header_in_which_it_is_read() =>
        Assert.Equal(
            IncomingCallData.TrailHeader,
            Assert.Single(Legs.Invite(Telephone, Numbers.Caller, "1").CustomCallingContext.SipHeaders).Key);

    [Fact]
    public async Task A_refused_caller_ID_is_told_and_there_is_no_invitation()
    {
        var provider = new RecordingTransport([(HttpStatusCode.Forbidden, Error("8500"))]);
        var invitation = new Invitation(Telephone, Numbers.Caller, null, TimeSpan.FromSeconds(20), "ring");

        var result = await provider.ToCallControl().InviteAsync(Connection, invitation, Command, Cancellation);

        Assert.Equal(new InvitationResult(new CommandResult(CommandStatus.Refused, "403/8500"), null), result);
    }

    [Fact]
    public async Task An_invitation_is_cancelled()
    {
        var provider = new RecordingTransport([(HttpStatusCode.Accepted, """{ "invitationId": "invitation-1" }""")]);

        var result = await provider.ToCallControl().CancelInvitationAsync(Connection, "invitation-1", "cancel", Command, Cancellation);

        Assert.Equal(CommandResult.Accepted, result);
        AssertSent(
            provider,
            "POST",
            $"{Root}/{Connection}/participants:cancelAddParticipant",
            """{ "invitationId": "invitation-1", "operationContext": "cancel" }""");
        AssertRepeatable(provider, "Tue, 03 Nov 2026 13:11:00 GMT");
    }

    [Fact]
    public async Task Somebody_is_taken_out_of_the_call()
    {
        var provider = new RecordingTransport([(HttpStatusCode.Accepted, "{}")]);

        Assert.Equal(CommandResult.Accepted, await provider.ToCallControl().RemoveAsync(Connection, Telephone, "remove", Command, Cancellation));

        AssertSent(provider, "POST", $"{Root}/{Connection}/participants:remove", """
            {
              "participantToRemove": { "rawId": "4:+46701740660", "phoneNumber": { "value": "+46701740660" } },
              "operationContext": "remove"
            }
            """);
        AssertRepeatable(provider, "Tue, 03 Nov 2026 13:11:00 GMT");
    }

    [Fact]
    public async Task A_call_is_handed_over_to_a_telephone()
    {
        var provider = new RecordingTransport([(HttpStatusCode.Accepted, "{}")]);
        var handover = new Handover(Telephone, Numbers.Caller, "46846500410", "transfer");

        Assert.Equal(CommandResult.Accepted, await provider.ToCallControl().TransferAsync(Connection, handover, Command, Cancellation));

        AssertSent(provider, "POST", $"{Root}/{Connection}:transferToParticipant", """
            {
              "targetParticipant": { "rawId": "4:+46701740660", "phoneNumber": { "value": "+46701740660" } },
              "sourceCallerIdNumber": { "value": "+46701740690" },
              "operationContext": "transfer",
              "customCallingContext": { "voipHeaders": {}, "sipHeaders": { "X-MS-Custom-Koppla-Trail": "46846500410" } }
            }
            """);
        AssertRepeatable(provider, "Tue, 03 Nov 2026 13:11:00 GMT");
    }

    [Fact]
    public async Task A_call_is_handed_over_to_an_app()
    {
        var provider = new RecordingTransport([(HttpStatusCode.Accepted, "{}")]);

        await provider.ToCallControl().TransferAsync(Connection, new Handover(App, Numbers.Caller, "46846500410", "transfer"), Command, Cancellation);

        AssertSent(provider, "POST", $"{Root}/{Connection}:transferToParticipant", """
            {
              "targetParticipant": { "rawId": "8:acs:1_anna", "communicationUser": { "id": "8:acs:1_anna" } },
              "operationContext": "transfer",
              "customCallingContext": { "voipHeaders": {}, "sipHeaders": {} }
            }
            """);
    }

    [Fact]
    public async Task A_call_is_ended_for_everyone()
    {
        var provider = new RecordingTransport(HttpStatusCode.NoContent);

        Assert.Equal(CommandResult.Accepted, await provider.ToCallControl().HangUpAsync(Connection, Command, Cancellation));

        AssertSent(provider, "POST", $"{Root}/{Connection}:terminate", null);
        AssertRepeatable(provider, "Tue, 03 Nov 2026 13:11:00 GMT");
    }

    [Fact]
    public async Task A_command_of_another_instance_is_the_same_command_at_another_time()
    {
        var one = new RecordingTransport([(HttpStatusCode.Accepted, "{}")]);
        var other = new RecordingTransport([(HttpStatusCode.Accepted, "{}")]);
        other.Time.Advance(TimeSpan.FromSeconds(7));

        await one.ToCallControl().RemoveAsync(Connection, Telephone, "remove", Command, Cancellation);
        await other.ToCallControl().RemoveAsync(Connection, Telephone, "remove", Command, Cancellation);

        Assert.Equal(one.Sent[0].Body, other.Sent[0].Body);
        AssertRepeatable(one, "Tue, 03 Nov 2026 13:11:00 GMT");
        AssertRepeatable(other, "Tue, 03 Nov 2026 13:11:07 GMT");
    }

    // Two events of one call that are handled at the same moment meet so; the invitation was lost.
    [Fact]
    public async Task A_conflict_with_another_action_on_the_call_is_tried_again_with_the_same_id()
    {
        var provider = new RecordingTransport(
            [(HttpStatusCode.Conflict, Error("8519")), (HttpStatusCode.Accepted, """{ "invitationId": "invitation-1" }""")]);

        var result = await provider.ToCallControl().InviteAsync(
            Connection, new Invitation(Telephone, Numbers.Caller, null, TimeSpan.FromSeconds(20), "ring"), Command, Cancellation);

        Assert.Equal(new InvitationResult(CommandResult.Accepted, "invitation-1"), result);
        Assert.Equal(2, provider.Sent.Count);
        Assert.Single(provider.Sent.Select(request => request.Headers["Repeatability-Request-ID"]).Distinct());
    }

    [Fact]
    public async Task A_conflict_that_stays_tells_nothing()
    {
        var provider = new RecordingTransport(Enumerable.Repeat((HttpStatusCode.Conflict, Error("8519")), 9));

        Assert.Equal(
            new CommandResult(CommandStatus.Unknown, "409/8519"), await provider.ToCallControl().HangUpAsync(Connection, Command, Cancellation));
        Assert.Equal(3, provider.Sent.Count);
    }

    [Fact]
    public async Task A_call_that_is_over_is_gone_for_every_command()
    {
        var provider = new RecordingTransport(Enumerable.Repeat((HttpStatusCode.NotFound, Error("8522")), 12));
        var control = provider.ToCallControl();
        var invited = await control.InviteAsync(
            Connection, new Invitation(Telephone, Numbers.Caller, null, TimeSpan.FromSeconds(20), "ring"), Command, Cancellation);

        CommandResult[] results =
        [
            invited.Result,
            (await control.AnswerAsync(Ringing, Callback, "answer", Command, Cancellation)).Result,
            await control.PlayAsync(Connection, new Prompt.Sound(File), "tone", Cancellation),
            await control.PlayToAsync(Connection, Telephone, new Prompt.Sound(File), "tone", Cancellation),
            await control.HoldAsync(Connection, Telephone, File, "hold", Cancellation),
            await control.UnholdAsync(Connection, Telephone, "unhold", Cancellation),
            await control.StopMediaAsync(Connection, Cancellation),
            await control.CancelInvitationAsync(Connection, "invitation-1", "cancel", Command, Cancellation),
            await control.RemoveAsync(Connection, Telephone, "remove", Command, Cancellation),
            await control.TransferAsync(Connection, new Handover(Telephone, Numbers.Caller, null, "transfer"), Command, Cancellation),
            await control.HangUpAsync(Connection, Command, Cancellation),
        ];

        Assert.All(results, result => Assert.Equal(new CommandResult(CommandStatus.CallGone, "404/8522"), result));
        Assert.Equal(ConnectionPresence.Gone, (await control.LookAsync(Connection, Cancellation)).Presence);
    }

    [Fact]
    public async Task A_look_tells_who_is_in_the_call_and_leaves_out_who_is_neither_a_telephone_nor_ours()
    {
        var provider = new RecordingTransport([(HttpStatusCode.OK, StateOf("connected")), (HttpStatusCode.OK, """
            { "value": [
              { "identifier": { "kind": "phoneNumber", "rawId": "4:+46701740690", "phoneNumber": { "value": "+46701740690" } }, "isMuted": false },
              { "identifier": { "kind": "communicationUser", "rawId": "8:acs:1_anna", "communicationUser": { "id": "8:acs:1_anna" } }, "isMuted": false },
              { "identifier": { "kind": "phoneNumber", "rawId": "4:anonymous", "phoneNumber": { "value": "anonymous" } }, "isMuted": false },
              { "identifier": { "kind": "unknown", "rawId": "28:bot" }, "isMuted": false }
            ] }
            """)]);

        var state = await provider.ToCallControl().LookAsync(Connection, Cancellation);

        Assert.Equal(ConnectionPresence.Connected, state.Presence);
        Assert.Equal([new CallTarget.Telephone(Numbers.Caller), App, CallTarget.Withheld.Instance], state.Participants);
        Assert.Equal(
            [$"GET {Root}/{Connection}", $"GET {Root}/{Connection}/participants"],
            provider.Sent.Select(request => $"{request.Method} {request.Path}"));
    }

    [Theory]
    [InlineData("connecting", "Connected", 1)]
    [InlineData("connected", "Connected", 2)]
    [InlineData("transferring", "Connected", 2)]
    [InlineData("disconnecting", "Gone", 1)]
    [InlineData("disconnected", "Gone", 1)]
    public async Task A_look_reads_the_state_of_the_call(string state, string presence, int requests)
    {
        var provider = new RecordingTransport([(HttpStatusCode.OK, StateOf(state)), (HttpStatusCode.OK, """{ "value": [] }""")]);

        var seen = await provider.ToCallControl().LookAsync(Connection, Cancellation);

        Assert.Equal(presence, seen.Presence.ToString());
        Assert.Empty(seen.Participants);
        Assert.Equal(requests, provider.Sent.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task A_look_that_gets_no_answer_does_not_say_that_the_call_is_gone(HttpStatusCode status)
    {
        var provider = new RecordingTransport([.. Enumerable.Repeat(status, 3)]);

        Assert.Equal(ConnectionPresence.Unknown, (await provider.ToCallControl().LookAsync(Connection, Cancellation)).Presence);
    }

    private static string StateOf(string state) => Answered.Replace("connecting", state, StringComparison.Ordinal);

    private static string Error(string code) => $$$"""{ "error": { "code": "{{{code}}}", "message": "Told so." } }""";

    private static string PlayBody(string source, bool loop, string context) => $$"""
        {
          "playSources": [ {{source}} ],
          "playTo": [],
          "interruptCallMediaOperation": true,
          "playOptions": { "loop": {{(loop ? "true" : "false")}} },
          "operationContext": "{{context}}"
        }
        """;

    private static void AssertSent(RecordingTransport provider, string method, string path, string? body)
    {
        Assert.Equal($"{method} {path}", $"{provider.Sent[0].Method} {provider.Sent[0].Path}");
        AssertBody(provider.Sent[0], body);
    }

    private static void AssertBody(SentRequest request, string? body) => Assert.True(
        body is null ? request.Body.Length == 0 : JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(request.Body)), request.Body);

    private static void AssertRepeatable(RecordingTransport provider, string firstSent)
    {
        Assert.Equal(Command.Value.ToString("D"), provider.Sent[0].Headers["Repeatability-Request-ID"]);
        Assert.Equal(firstSent, provider.Sent[0].Headers["Repeatability-First-Sent"]);
    }
}
