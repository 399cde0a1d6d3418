using Koppla.Simulator.Faults;
using Koppla.Simulator.Telephones;

namespace Koppla.Simulator.Tests.Calls;

public sealed class MediaTest
{
    private const string Ringback = """{"playSources":[{"kind":"file","file":{"uri":"https://media.example.net/a.wav"}}],"playOptions":{"loop":true},"operationContext":"ringback"}""";
    private const string Text = """{"playSources":[{"kind":"text","text":{"text":"Du kopplas nu vidare."}}],"playTo":[],"operationContext":"referral"}""";

    [Fact]
    public async Task A_prompt_starts_and_completes()
    {
        await using var world = await World.StartAsync();
        var (_, id) = await world.ConnectAsync();

        await world.PostAsync($"/{id}:play", Text);

        Assert.Equal("referral", (await world.Webhook.NextAsync("PlayStarted")).Text("operationContext"));
        Assert.Equal((200, 0), (await world.Webhook.NextAsync("PlayCompleted")).Result);
    }

    [Fact]
    public async Task A_loop_plays_until_all_operations_are_cancelled()
    {
        await using var world = await World.StartAsync();
        var (_, id) = await world.ConnectAsync();
        await world.PostAsync($"/{id}:play", Ringback);

        Assert.Equal(202, (await world.PostAsync($"/{id}:cancelAllMediaOperations", "")).Status);

        Assert.Equal("ringback", (await world.Webhook.NextAsync("PlayCanceled")).Text("operationContext"));
        Assert.Equal(["CallConnected", "ParticipantsUpdated", "PlayStarted", "PlayCanceled"], world.Webhook.Callbacks);
    }

    [Fact]
    public async Task A_second_prompt_waits_for_the_first_unless_it_interrupts()
    {
        await using var world = await World.StartAsync();
        var (_, id) = await world.ConnectAsync();
        await world.PostAsync($"/{id}:play", Text);
        await world.PostAsync($"/{id}:play", Ringback);
        await world.Webhook.NextAsync("PlayStarted");
        await world.Webhook.NextAsync("PlayCompleted");
        Assert.Equal("ringback", (await world.Webhook.NextAsync("PlayStarted")).Text("operationContext"));

        await world.PostAsync($"/{id}:play", Text.Replace("\"playTo\":[]", "\"interruptCallMediaOperation\":true", StringComparison.Ordinal));

        Assert.Equal("ringback", (await world.Webhook.NextAsync("PlayCanceled")).Text("operationContext"));
        Assert.Equal("referral", (await world.Webhook.NextAsync("PlayCompleted")).Text("operationContext"));
    }

    [Fact]
    public async Task Text_needs_a_speech_service_and_words()
    {
        await using var world = await World.StartAsync();
        var (_, context) = await world.RingAsync();
        var mute = await world.PostAsync(":answer", $$"""{"incomingCallContext":"{{context}}","callbackUri":"{{world.Webhook.Callback}}"}""");
        var (_, id) = await world.ConnectAsync();

        Assert.Equal((400, "8567"), (await world.PostAsync($"/{mute.Text("callConnectionId")}:play", Text)).Refusal);
        await world.PostAsync($"/{id}:play", """{"playSources":[{"kind":"ssml","ssml":{"ssmlText":"<speak></speak>"}}]}""");
        Assert.Equal((400, 8582), (await world.Webhook.NextAsync("PlayFailed")).Result);
    }

    [Fact]
    public async Task A_prompt_that_cannot_be_downloaded_fails()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Faults.Media.Add(new MediaFault());
        var (_, id) = await world.ConnectAsync();

        await world.PostAsync($"/{id}:play", Ringback);
        var failed = await world.Webhook.NextAsync("PlayFailed");

        Assert.Equal((400, 8536), failed.Result);
        Assert.Equal(0, failed.Data.GetProperty("failedPlaySourceIndex").GetInt32());
    }

    [Fact]
    public async Task A_second_prompt_to_the_same_party_alone_is_refused()
    {
        await using var world = await World.StartAsync();
        var (_, id) = await world.ConnectThreeAsync();
        var alone = Ringback.Replace("\"playOptions\"", $"\"playTo\":[{World.Phone(World.A)}],\"playOptions\"", StringComparison.Ordinal);
        await world.PostAsync($"/{id}:play", alone);

        Assert.Equal((400, "8500"), (await world.PostAsync($"/{id}:play", alone)).Refusal);
    }

    [Theory]
    [InlineData("1", 1, "", 200, 8531, "one")]
    [InlineData("12#", 5, "\"pound\"", 200, 8514, "one two")]
    [InlineData("12", 5, "", 400, 8532, null)]
    [InlineData("", 1, "", 400, 8510, null)]
    public async Task Keys_are_collected(string keys, int most, string stop, int code, int subCode, string? tones)
    {
        await using var world = await World.StartAsync();
        world.Simulator.Telephones.Script(World.C, TelephoneScript.AnswerAfter(TimeSpan.Zero).PressWhenAsked(keys));
        var (_, id) = await world.ConnectThreeAsync();

        var reply = await world.PostAsync($"/{id}:recognize", $$$"""
            {"recognizeInputType":"dtmf","playPrompt":{"kind":"text","text":{"text":"Tryck ett"}},"recognizeOptions":{"targetParticipant":{{{World.Phone(World.C)}}},
             "initialSilenceTimeoutInSeconds":{{{(keys.Length == 0 ? 0 : 30)}}},"dtmfOptions":{"maxTonesToCollect":{{{most}}},"interToneTimeoutInSeconds":1,"stopTones":[{{{stop}}}]} },"operationContext":"accept?"}
            """);
        var result = await world.Webhook.NextAsync(code == 200 ? "RecognizeCompleted" : "RecognizeFailed");

        Assert.Equal(202, reply.Status);
        Assert.Equal((code, subCode), result.Result);
        if (tones is not null)
        {
            Assert.Equal("dtmf", result.Text("recognitionType"));
            Assert.Equal(tones, string.Join(' ', result.Data.GetProperty("dtmfResult").GetProperty("tones").EnumerateArray().Select(tone => tone.GetString())));
        }
    }

    [Fact]
    public async Task Every_key_of_a_watched_party_is_told()
    {
        await using var world = await World.StartAsync();
        var (call, id) = await world.ConnectThreeAsync();
        var party = $$"""{"targetParticipant":{{World.Phone(World.C)}},"operationContext":"keys"}""";
        await world.PostAsync($"/{id}:startContinuousDtmfRecognition", party);

        await call.PressAsync(World.C, "*1");
        var star = await world.Webhook.NextAsync("ContinuousDtmfRecognitionToneReceived");
        var one = await world.Webhook.NextAsync("ContinuousDtmfRecognitionToneReceived");
        await world.PostAsync($"/{id}:stopContinuousDtmfRecognition", party);
        await world.Webhook.NextAsync("ContinuousDtmfRecognitionStopped");

        Assert.Equal(("asterisk", 1, "keys"), (star.Text("tone"), star.Data.GetProperty("sequenceId").GetInt32(), star.Text("operationContext")));
        Assert.Equal(("one", 2), (one.Text("tone"), one.Data.GetProperty("sequenceId").GetInt32()));
    }

    [Fact]
    public async Task Tones_are_sent_to_a_party()
    {
        await using var world = await World.StartAsync();
        var (_, id) = await world.ConnectThreeAsync();

        await world.PostAsync($"/{id}:sendDtmfTones", $$"""{"tones":["one","pound"],"targetParticipant":{{World.Phone(World.C)}},"operationContext":"dial"}""");

        Assert.Equal("dial", (await world.Webhook.NextAsync("SendDtmfTonesCompleted")).Text("operationContext"));
    }

    [Fact]
    public async Task Row_15_hold_shows_in_the_roster_and_raises_no_event()
    {
        await using var world = await World.StartAsync();
        var (_, id) = await world.ConnectThreeAsync();
        var party = $$"""{"targetParticipant":{{World.Phone(World.A)}},"operationContext":"hold"}""";
        var before = world.Webhook.Callbacks.Count;

        var hold = await world.PostAsync($"/{id}:hold", party);
        Assert.True(await OnHoldAsync());
        var unhold = await world.PostAsync($"/{id}:unhold", party);
        Assert.False(await OnHoldAsync());

        Assert.Equal((200, "", 200, ""), (hold.Status, hold.Body, unhold.Status, unhold.Body));
        Assert.Equal(before, world.Webhook.Callbacks.Count);

        async Task<bool> OnHoldAsync() =>
            (await world.GetAsync($"/{id}/participants/4%3A%2B46709990001")).Json.GetProperty("isOnHold").GetBoolean();
    }

    [Fact]
    public async Task A_hold_that_fails_says_so_by_event()
    {
        await using var world = await World.StartAsync();
        var (_, id) = await world.ConnectAsync();
        world.Simulator.Faults.Media.Add(new MediaFault { Only = "Hold" });

        await world.PostAsync($"/{id}:hold", $$"""{"targetParticipant":{{World.Phone(World.A)}},"operationContext":"hold"}""");

        Assert.Equal("hold", (await world.Webhook.NextAsync("HoldFailed")).Text("operationContext"));
    }
}
