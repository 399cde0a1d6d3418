using Azure.Communication.CallAutomation;
using static Koppla.Standins.Tests.CallAutomation.Samples;

namespace Koppla.Standins.Tests.CallAutomation;

/// <summary>Bodies of the operations on the sound of a call.</summary>
public sealed class CallMediaWireTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Play_to_all_names_nobody()
    {
        var wire = Wire.Answering(202);
        var ringback = File("ringback.wav");
        ringback.PlaySourceCacheId = "ringback-se";

        await wire.Media.PlayToAllAsync(new PlayToAllOptions(ringback) { Loop = true, OperationContext = "ringback" }, Stop);

        Json.Equal("""
            { "playSources": [ { "kind": "file", "playSourceCacheId": "ringback-se", "file": { "uri": "https://media.example.net/ringback.wav" } } ],
              "playTo": [], "playOptions": { "loop": true }, "interruptCallMediaOperation": false, "operationContext": "ringback" }
            """, wire.Sent.Body);
    }

    [Fact]
    public async Task Play_names_its_listeners_and_makes_a_fresh_context()
    {
        var wire = Wire.Answering(202);

        await wire.Media.PlayAsync(File("a.wav"), [Caller], Stop);

        Json.EqualWithFreshContext($$"""
            { "playSources": [ { "kind": "file", "file": { "uri": "https://media.example.net/a.wav" } } ], "playTo": [ {{A}} ], "playOptions": { "loop": false } }
            """, wire.Sent.Body);
    }

    [Fact]
    public async Task Play_to_all_makes_a_fresh_context_and_can_interrupt()
    {
        var wire = Wire.Answering(202);

        await wire.Media.PlayToAllAsync(new PlayToAllOptions(File("a.wav")) { InterruptCallMediaOperation = true, OperationCallbackUri = OperationCallback }, Stop);

        Json.EqualWithFreshContext("""
            { "playSources": [ { "kind": "file", "file": { "uri": "https://media.example.net/a.wav" } } ], "playTo": [], "playOptions": { "loop": false },
              "interruptCallMediaOperation": true, "operationCallbackUri": "https://fwd.example.net/api/acs/callback?k=2f1c&op=1" }
            """, wire.Sent.Body);
    }

    [Fact]
    public async Task Texts_and_speech_markup_are_sources_too()
    {
        var wire = Wire.Answering(202);

        await wire.Media.PlayToAllAsync(new PlayToAllOptions(
        [
            new TextSource("Hej"),
            new TextSource("Hej", "sv-SE-SofieNeural"),
            new TextSource("Hej", "sv-SE", VoiceKind.Female) { CustomVoiceEndpointId = "e" },
            new SsmlSource("<speak/>") { CustomVoiceEndpointId = "e" },
        ])
        { OperationContext = "x" }, Stop);

        Json.Equal("""
            { "playSources": [
                { "kind": "text", "text": { "text": "Hej" } },
                { "kind": "text", "text": { "text": "Hej", "voiceName": "sv-SE-SofieNeural" } },
                { "kind": "text", "text": { "text": "Hej", "sourceLocale": "sv-SE", "voiceKind": "female", "customVoiceEndpointId": "e" } },
                { "kind": "ssml", "ssml": { "ssmlText": "<speak/>", "customVoiceEndpointId": "e" } } ],
              "playTo": [], "playOptions": { "loop": false }, "interruptCallMediaOperation": false, "operationContext": "x" }
            """, wire.Sent.Body);
    }

    [Fact]
    public async Task Recognize_asks_for_keys()
    {
        var wire = Wire.Answering(202);

        await wire.Media.StartRecognizingAsync(new CallMediaRecognizeDtmfOptions(Secondary, maxTonesToCollect: 1)
        {
            Prompt = File("press-one.wav"),
            InterruptPrompt = true,
            InitialSilenceTimeout = TimeSpan.FromSeconds(10),
            InterToneTimeout = TimeSpan.FromSeconds(3),
            StopTones = { DtmfTone.Pound },
            OperationContext = "accept?",
        }, Stop);

        Json.Equal($$"""
            { "recognizeInputType": "dtmf", "playPrompt": { "kind": "file", "file": { "uri": "https://media.example.net/press-one.wav" } },
              "interruptCallMediaOperation": false,
              "recognizeOptions": { "interruptPrompt": true, "initialSilenceTimeoutInSeconds": 10, "targetParticipant": {{C}},
                "dtmfOptions": { "interToneTimeoutInSeconds": 3, "maxTonesToCollect": 1, "stopTones": [ "pound" ] } },
              "operationContext": "accept?" }
            """, wire.Sent.Body);
    }

    [Fact]
    public async Task Recognize_waits_five_seconds_and_two_between_keys_unless_told_otherwise()
    {
        var wire = Wire.Answering(202);

        await wire.Media.StartRecognizingAsync(
            new CallMediaRecognizeDtmfOptions(Secondary, 4) { PlayPrompts = [File("a.wav"), File("b.wav")], InterruptCallMediaOperation = true }, Stop);

        Json.EqualWithFreshContext($$"""
            { "recognizeInputType": "dtmf", "interruptCallMediaOperation": true,
              "playPrompts": [ { "kind": "file", "file": { "uri": "https://media.example.net/a.wav" } }, { "kind": "file", "file": { "uri": "https://media.example.net/b.wav" } } ],
              "recognizeOptions": { "interruptPrompt": false, "initialSilenceTimeoutInSeconds": 5, "targetParticipant": {{C}},
                "dtmfOptions": { "interToneTimeoutInSeconds": 2, "maxTonesToCollect": 4, "stopTones": [] } } }
            """, wire.Sent.Body);
    }

    [Fact]
    public async Task Hold_sends_the_music()
    {
        var wire = Wire.Answering(200);

        await wire.Media.HoldAsync(new HoldOptions(Caller) { PlaySource = File("moh.wav"), OperationContext = "hold:1" }, Stop);

        Json.Equal($$"""
            { "targetParticipant": {{A}}, "playSourceInfo": { "kind": "file", "file": { "uri": "https://media.example.net/moh.wav" } }, "operationContext": "hold:1" }
            """, wire.Sent.Body);
    }

    [Fact]
    public async Task Hold_alone_sends_only_the_participant()
    {
        var wire = Wire.Answering(200);

        await wire.Media.HoldAsync(Caller, Stop);

        Json.Equal($$"""{ "targetParticipant": {{A}} }""", wire.Sent.Body);
    }

    [Fact]
    public async Task Unhold_sends_the_participant()
    {
        var wire = Wire.Answering(200);

        await wire.Media.UnholdAsync(new UnholdOptions(Caller) { OperationContext = "hold:1" }, Stop);

        Json.Equal($$"""{ "targetParticipant": {{A}}, "operationContext": "hold:1" }""", wire.Sent.Body);
    }

    [Fact]
    public async Task Listening_for_keys_starts_and_stops_with_the_same_body()
    {
        var wire = Wire.Answering(200);
        wire.Handler.Answer(200);
        var options = new ContinuousDtmfRecognitionOptions(Primary) { OperationContext = "keys:agent", OperationCallbackUri = OperationCallback };

        await wire.Media.StartContinuousDtmfRecognitionAsync(options, Stop);
        await wire.Media.StopContinuousDtmfRecognitionAsync(options, Stop);

        Assert.All(wire.Handler.Requests, sent => Json.Equal($$"""
            { "targetParticipant": {{B}}, "operationContext": "keys:agent", "operationCallbackUri": "https://fwd.example.net/api/acs/callback?k=2f1c&op=1" }
            """, sent.Body));
    }

    [Fact]
    public async Task Keys_are_sent_as_words()
    {
        var wire = Wire.Answering(202, """{ "operationContext": "keys:1" }""");

        var result = await wire.Media.SendDtmfTonesAsync(new SendDtmfTonesOptions([DtmfTone.One, DtmfTone.Pound], Primary) { OperationContext = "keys:1" }, Stop);

        Json.Equal($$"""{ "tones": [ "one", "pound" ], "targetParticipant": {{B}}, "operationContext": "keys:1" }""", wire.Sent.Body);
        Assert.Equal("keys:1", result.Value.OperationContext);
    }
}
