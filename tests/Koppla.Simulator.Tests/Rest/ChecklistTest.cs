using System.Text.Json;
using Koppla.Simulator.Telephones;
using Koppla.Simulator.Tokens;

namespace Koppla.Simulator.Tests.Rest;

/// <summary>What any client of the REST API needs: statuses, paths, authentication, shapes, repetition.</summary>
public sealed class ChecklistTest
{
    private const string B = World.B;
    private const string C = World.C;

    [Fact]
    public async Task Row_01_every_operation_answers_with_its_exact_status()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Telephones.Script(World.D, TelephoneScript.NoAnswer());
        var create = await world.PostAsync("", $$"""{"targets":[{{World.Phone(World.D)}}],"sourceCallerIdNumber":{"value":"{{B}}"},"callbackUri":"{{world.Webhook.Callback}}"}""");
        var (_, redirected) = await world.RingAsync();
        var redirect = await world.RedirectAsync(redirected, C);
        var (_, rejected) = await world.RingAsync();
        var reject = await world.PostAsync(":reject", $$"""{"incomingCallContext":"{{rejected}}","callRejectReason":"busy"}""");
        var (_, answered) = await world.RingAsync();
        var answer = await world.AnswerAsync(answered);
        var id = answer.Text("callConnectionId");
        var one = $$"""{"targetParticipant":{{World.Phone(World.A)}}}""";
        var add = await world.AddAsync(id, C);
        await world.Webhook.NextAsync("AddParticipantSucceeded");
        var statuses = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["create"] = create.Status,
            ["redirect"] = redirect.Status,
            ["reject"] = reject.Status,
            ["answer"] = answer.Status,
            ["get"] = (await world.GetAsync($"/{id}")).Status,
            ["add"] = add.Status,
            ["participants"] = (await world.GetAsync($"/{id}/participants")).Status,
            ["participant"] = (await world.GetAsync($"/{id}/participants/{Uri.EscapeDataString("4:" + C)}")).Status,
            ["cancel"] = (await world.PostAsync($"/{id}/participants:cancelAddParticipant", $$"""{"invitationId":"{{add.Text("invitationId")}}"}""")).Status,
            ["play"] = (await world.PostAsync($"/{id}:play", """{"playSources":[{"kind":"file","file":{"uri":"https://media.example.net/a.wav"}}],"playOptions":{"loop":true}}""")).Status,
            ["cancelAll"] = (await world.PostAsync($"/{id}:cancelAllMediaOperations", "")).Status,
            ["recognize"] = (await world.PostAsync($"/{id}:recognize", $$$"""{"recognizeInputType":"dtmf","recognizeOptions":{"targetParticipant":{{{World.Phone(World.A)}}},"dtmfOptions":{"maxTonesToCollect":1} } }""")).Status,
            ["startContinuous"] = (await world.PostAsync($"/{id}:startContinuousDtmfRecognition", one)).Status,
            ["stopContinuous"] = (await world.PostAsync($"/{id}:stopContinuousDtmfRecognition", one)).Status,
            ["sendTones"] = (await world.PostAsync($"/{id}:sendDtmfTones", $$"""{"tones":["one"],"targetParticipant":{{World.Phone(C)}}}""")).Status,
            ["hold"] = (await world.PostAsync($"/{id}:hold", one)).Status,
            ["unhold"] = (await world.PostAsync($"/{id}:unhold", one)).Status,
            ["remove"] = (await world.PostAsync($"/{id}/participants:remove", $$"""{"participantToRemove":{{World.Phone(C)}}}""")).Status,
            ["cancelAgain"] = (await world.PostAsync($"/{id}:cancelAllMediaOperations", "")).Status,
            ["transfer"] = (await world.PostAsync($"/{id}:transferToParticipant", $$"""{"targetParticipant":{{World.Phone(World.D)}}}""")).Status,
            ["terminate"] = (await world.PostAsync($"/{id}:terminate", "")).Status,
            ["hangup"] = (await world.DeleteAsync($"/{create.Text("callConnectionId")}")).Status,
        };

        Assert.Equal(
            new Dictionary<string, int>(StringComparer.Ordinal)
            {
                ["create"] = 201, ["redirect"] = 204, ["reject"] = 204, ["answer"] = 200, ["get"] = 200, ["add"] = 202, ["participants"] = 200,
                ["participant"] = 200, ["cancel"] = 202, ["play"] = 202, ["cancelAll"] = 202, ["recognize"] = 202, ["startContinuous"] = 200,
                ["stopContinuous"] = 200, ["sendTones"] = 202, ["hold"] = 200, ["unhold"] = 200, ["remove"] = 202, ["cancelAgain"] = 202,
                ["transfer"] = 202, ["terminate"] = 204, ["hangup"] = 204,
            },
            statuses);
    }

    [Theory]
    [InlineData("4%3A%2B46709990001")]
    [InlineData("4:+46709990001")]
    public async Task Row_02_a_participant_is_found_by_its_raw_id_in_the_path(string segment)
    {
        await using var world = await World.StartAsync();
        var (_, id) = await world.ConnectAsync();

        var reply = await world.GetAsync($"/{id}/participants/{segment}");

        Assert.Equal(200, reply.Status);
        Assert.Equal("4:+46709990001", reply.Json.GetProperty("identifier").GetProperty("rawId").GetString());
    }

    [Fact]
    public async Task Row_03_any_api_version_will_do_and_none_is_400()
    {
        await using var world = await World.StartAsync();
        var (_, id) = await world.ConnectAsync();

        var any = await world.Client.SendAsync(HttpMethod.Get, $"/calling/callConnections/{id}?api-version=1999-01-01");
        var none = await world.Client.SendAsync(HttpMethod.Get, $"/calling/callConnections/{id}");

        Assert.Equal((200, 400), (any.Status, none.Status));
    }

    [Fact]
    public async Task Row_04_a_request_without_its_right_signature_is_401()
    {
        await using var world = await World.StartAsync();

        Assert.Equal((404, "8522"), (await world.GetAsync("/none")).Refusal);
        Assert.Equal((401, "Unauthorized"), (await Changed(request => request.Headers.Remove("Authorization"))).Refusal);
        Assert.Equal((401, "Unauthorized"), (await Changed(request => request.Content = new StringContent("{ }"))).Refusal);
        Assert.Equal((401, "Unauthorized"), (await Changed(request => Replace(request, "x-ms-date", "Sun, 22 Nov 2020 21:57:48 GMT"))).Refusal);
        Assert.Equal((401, "Unauthorized"), (await Changed(request => request.RequestUri = new Uri(world.Simulator.BaseAddress, "/calling/callConnections/other?api-version=1"))).Refusal);

        Task<ApiReply> Changed(Action<HttpRequestMessage> change) =>
            world.Client.SendAsync(HttpMethod.Get, "/calling/callConnections/none?api-version=1", null, change);
    }

    [Fact]
    public async Task Row_04_a_token_of_our_issuer_will_do_instead()
    {
        await using var world = await World.StartAsync();

        Assert.Equal(404, (await With("https://communication.azure.com/")).Status);
        Assert.Equal(401, (await With("https://example.net/")).Status);

        Task<ApiReply> With(string audience)
        {
            var token = world.Simulator.Tokens.PersonToken(TokenIssuer.HomeTenant, Guid.NewGuid(), "app", [], audience);
            return world.Client.SendAsync(
                HttpMethod.Get, "/calling/callConnections/none?api-version=1", null, request => Replace(request, "Authorization", "Bearer " + token));
        }
    }

    [Theory]
    [InlineData("""{"rawId":"4:+46701110001"}""")]
    [InlineData("""{"phoneNumber":{"value":"+46701110001","isAnonymous":false}}""")]
    [InlineData("""{"kind":"phoneNumber","rawId":"4:+46701110001","phoneNumber":{"value":"+46701110001"},"other":null}""")]
    public async Task Row_05_identifiers_are_taken_in_any_form_and_given_in_one(string identifier)
    {
        await using var world = await World.StartAsync();
        var (_, id) = await world.ConnectAsync();

        var reply = await world.PostAsync($"/{id}/participants:add", $$$"""{"participantToAdd":{{{identifier}}},"sourceCallerIdNumber":{"value":"{{{B}}}"}}""");

        Assert.Equal(
            """{"kind":"phoneNumber","rawId":"4:+46701110001","phoneNumber":{"value":"+46701110001"}}""",
            reply.Json.GetProperty("participant").GetProperty("identifier").GetRawText());
        Assert.DoesNotContain("null", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_05_a_user_keeps_its_id_and_an_unknown_identifier_is_400()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Telephones.Script("8:acs:res_user", TelephoneScript.NoAnswer());
        var (_, id) = await world.ConnectAsync();

        var user = await world.PostAsync($"/{id}/participants:add", """{"participantToAdd":{"communicationUser":{"id":"8:acs:res_user"}}}""");
        var unknown = await world.PostAsync($"/{id}/participants:add", """{"participantToAdd":{}}""");

        Assert.Equal(
            """{"kind":"communicationUser","rawId":"8:acs:res_user","communicationUser":{"id":"8:acs:res_user"}}""",
            user.Json.GetProperty("participant").GetProperty("identifier").GetRawText());
        Assert.Equal((400, "8523"), unknown.Refusal);
    }

    [Fact]
    public async Task Row_06_a_repeated_request_id_gets_the_first_answer_and_no_second_effect()
    {
        await using var world = await World.StartAsync();
        var (call, id) = await world.ConnectAsync();

        var first = await Add("11111111-1111-4111-8111-111111111111");
        var again = await Add("11111111-1111-4111-8111-111111111111");
        await world.Webhook.NextAsync("AddParticipantSucceeded");

        Assert.Equal(first.Body, again.Body);
        Assert.Equal(1, world.Simulator.Telephones.TimesRung(C));
        var adds = call.Commands.Where(command => command.Operation is "AddParticipant").ToArray();
        Assert.Equal([false, true], adds.Select(command => command.Replayed));
        Assert.Single(adds, command => command.IsEffective);

        Task<ApiReply> Add(string request) => world.PostAsync(
            $"/{id}/participants:add",
            $$"""{"participantToAdd":{{World.Phone(C)}},"sourceCallerIdNumber":{"value":"{{B}}"} }""",
            message =>
            {
                message.Headers.Add("Repeatability-Request-ID", request);
                message.Headers.Add("Repeatability-First-Sent", "Sun, 22 Nov 2026 21:57:48 GMT");
            });
    }

    [Fact]
    public async Task Row_06_a_request_id_needs_the_time_of_the_first_sending()
    {
        await using var world = await World.StartAsync();
        var (_, context) = await world.RingAsync();

        var reply = await world.PostAsync(
            ":redirect",
            $$"""{"incomingCallContext":"{{context}}","target":{{World.Phone(C)}}}""",
            message => message.Headers.Add("Repeatability-Request-ID", "1"));

        Assert.Equal((400, "8523"), reply.Refusal);
    }

    [Fact]
    public async Task Row_07_call_properties_have_targets_and_an_absolute_callback()
    {
        await using var world = await World.StartAsync();
        var (call, context) = await world.RingAsync();

        var reply = await world.AnswerAsync(context);

        Assert.Equal("connecting", reply.Text("callConnectionState"));
        Assert.Equal("4:" + B, reply.Json.GetProperty("targets")[0].GetProperty("rawId").GetString());
        Assert.Equal(world.Webhook.Callback.ToString(), reply.Text("callbackUri"));
        Assert.Equal(call.Id, reply.Text("correlationId"));
        Assert.Equal("4:" + World.A, reply.Json.GetProperty("source").GetProperty("rawId").GetString());
        Assert.Equal(B, reply.Json.GetProperty("answeredFor").GetProperty("value").GetString());
        Assert.Equal("connected", (await world.GetAsync("/" + reply.Text("callConnectionId"))).Text("callConnectionState"));
    }

    [Fact]
    public async Task Row_08_every_participant_says_whether_it_is_muted()
    {
        await using var world = await World.StartAsync();
        var (_, id) = await world.ConnectThreeAsync();

        var reply = await world.GetAsync($"/{id}/participants");

        Assert.Equal(2, reply.Json.GetProperty("value").GetArrayLength());
        Assert.All(reply.Json.GetProperty("value").EnumerateArray(), one => Assert.Equal(JsonValueKind.False, one.GetProperty("isMuted").ValueKind));
    }

    [Theory]
    [InlineData(CallerIdRule.OwnedOnly, World.A, 403)]
    [InlineData(CallerIdRule.OwnedOnly, World.B, 202)]
    [InlineData(CallerIdRule.DirectRouting, World.A, 202)]
    [InlineData(CallerIdRule.DirectRouting, "0701110001", 400)]
    public async Task Row_13_the_caller_id_rule_decides_what_may_be_shown(CallerIdRule rule, string callerId, int status)
    {
        await using var world = await World.StartAsync(World.Options with { CallerIdRule = rule });
        var (_, id) = await world.ConnectAsync();

        Assert.Equal(status, (await world.AddAsync(id, C, callerId: callerId)).Status);
    }

    [Fact]
    public async Task Row_14_an_operation_after_the_end_is_404()
    {
        await using var world = await World.StartAsync();
        var (_, id) = await world.ConnectAsync();
        await world.DeleteAsync($"/{id}");

        Assert.Equal((404, "8522"), (await world.GetAsync($"/{id}")).Refusal);
        Assert.Equal((404, "8522"), (await world.AddAsync(id, C)).Refusal);
    }

    [Fact]
    public async Task Row_14_an_operation_on_a_call_that_is_not_connected_is_400()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Telephones.Script(C, TelephoneScript.NoAnswer());
        var create = await world.PostAsync("", $$"""{"targets":[{{World.Phone(C)}}],"sourceCallerIdNumber":{"value":"{{B}}"},"callbackUri":"{{world.Webhook.Callback}}"}""");

        Assert.Equal((400, "8501"), (await world.AddAsync(create.Text("callConnectionId"), World.D)).Refusal);
    }

    [Fact]
    public async Task Row_14_inviting_a_party_twice_is_409()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Telephones.Script(C, TelephoneScript.NoAnswer());
        var (_, id) = await world.ConnectAsync();
        await world.AddAsync(id, C);

        Assert.Equal((409, "8519"), (await world.AddAsync(id, C)).Refusal);
    }

    [Fact]
    public async Task Row_14_a_prompt_while_keys_are_collected_is_412()
    {
        await using var world = await World.StartAsync();
        var (_, id) = await world.ConnectAsync();
        await world.PostAsync($"/{id}:recognize", $$$"""{"recognizeInputType":"dtmf","recognizeOptions":{"targetParticipant":{{{World.Phone(World.A)}}},"dtmfOptions":{"maxTonesToCollect":1} } }""");

        var reply = await world.PostAsync($"/{id}:play", """{"playSources":[{"kind":"text","text":{"text":"Hej"}}]}""");

        Assert.Equal((412, "8583"), reply.Refusal);
    }

    [Fact]
    public async Task Row_14_somebody_who_is_not_in_the_call_is_400()
    {
        await using var world = await World.StartAsync();
        var (_, id) = await world.ConnectAsync();

        Assert.Equal((400, "8558"), (await world.PostAsync($"/{id}/participants:remove", $$"""{"participantToRemove":{{World.Phone(C)}}}""")).Refusal);
        Assert.Equal((400, "8558"), (await world.PostAsync($"/{id}:hold", $$"""{"targetParticipant":{{World.Phone(C)}}}""")).Refusal);
    }

    [Theory]
    [InlineData(":answer", """{"incomingCallContext":"x"}""")]
    [InlineData(":answer", """{"incomingCallContext":""")]
    [InlineData(":answer", "")]
    [InlineData(":reject", "[]")]
    [InlineData("", """{"callbackUri":"http://example.net/"}""")]
    public async Task A_body_that_is_not_valid_is_400_or_its_call_is_not_found(string path, string body)
    {
        await using var world = await World.StartAsync();

        Assert.Contains((await world.PostAsync(path, body)).Refusal, new (int, string?)[] { (400, "8523"), (404, "8522") });
    }

    [Theory]
    [InlineData("http://example.net/callback", 400)]
    [InlineData("callback", 400)]
    [InlineData("https://example.net/callback", 200)]
    public async Task A_callback_is_absolute_and_secure(string callback, int status)
    {
        await using var world = await World.StartAsync();
        var (_, context) = await world.RingAsync();

        Assert.Equal(status, (await world.PostAsync(":answer", $$"""{"incomingCallContext":"{{context}}","callbackUri":"{{callback}}"}""")).Status);
    }

    [Fact]
    public async Task The_client_request_id_is_echoed()
    {
        await using var world = await World.StartAsync();

        var reply = await world.Client.SendAsync(
            HttpMethod.Get, "/calling/callConnections/none?api-version=1", null, request => request.Headers.Add("x-ms-client-request-id", "me"));

        Assert.Equal("me", reply.Headers["x-ms-client-request-id"]);
    }

    private static void Replace(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }
}
