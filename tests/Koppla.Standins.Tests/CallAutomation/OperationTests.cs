using Azure;
using Azure.Communication.CallAutomation;
using static Koppla.Standins.Tests.CallAutomation.Samples;

namespace Koppla.Standins.Tests.CallAutomation;

/// <summary>The table of the REST API: method, target, success status and repeatability of every operation.</summary>
public sealed class OperationTests
{
    private const string Calls = "/calling/callConnections";
    private const string Query = "?api-version=2026-03-12";
    private const string Echo = """{ "operationContext": "x" }""";

    private static readonly Dictionary<string, Case> Cases = new(StringComparer.Ordinal)
    {
        ["create"] = new("POST", Calls, 201, Created, true, (client, stop) => client.CreateCallAsync(InvitePrimary(), CallbackUri, stop)),
        ["answer"] = new("POST", Calls + ":answer", 200, Answered, true, (client, stop) => client.AnswerCallAsync(Context, CallbackUri, stop)),
        ["redirect"] = new("POST", Calls + ":redirect", 204, null, true, (client, stop) => client.RedirectCallAsync(Context, InvitePrimary(), stop)),
        ["reject"] = new("POST", Calls + ":reject", 204, null, true, (client, stop) => client.RejectCallAsync(Context, stop)),
        ["get"] = OnCall("GET", "", 200, Created, false, (call, stop) => call.GetCallConnectionPropertiesAsync(stop)),
        ["hang up"] = OnCall("DELETE", "", 204, null, false, (call, stop) => call.HangUpAsync(forEveryone: false, stop)),
        ["terminate"] = OnCall("POST", ":terminate", 204, null, true, (call, stop) => call.HangUpAsync(forEveryone: true, stop)),
        ["transfer"] = OnCall("POST", ":transferToParticipant", 202, Echo, true, (call, stop) => call.TransferCallToParticipantAsync(Secondary, stop)),
        ["participants"] = OnCall("GET", "/participants", 200, Samples.Participants, false, (call, stop) => call.GetParticipantsAsync(stop)),
        ["participant"] = OnCall("GET", "/participants/4%3A%2B46709990001", 200, Participant, false, (call, stop) => call.GetParticipantAsync(Caller, stop)),
        ["add"] = OnCall("POST", "/participants:add", 202, Added, true, (call, stop) => call.AddParticipantAsync(InvitePrimary(), stop)),
        ["remove"] = OnCall("POST", "/participants:remove", 202, Echo, true, (call, stop) => call.RemoveParticipantAsync(Primary, cancellationToken: stop)),
        ["cancel add"] = OnCall("POST", "/participants:cancelAddParticipant", 202, Echo, true, (call, stop) => call.CancelAddParticipantOperationAsync("i", stop)),
        ["move"] = OnCall("POST", "/participants:moveHere", 202, Echo, true, (call, stop) => call.MoveParticipantsAsync([Caller], "cc-2", stop)),
        ["play"] = OnMedia(":play", 202, null, false, (media, stop) => media.PlayAsync(File("a.wav"), [Caller], stop)),
        ["play several"] = OnMedia(":play", 202, null, false, (media, stop) => media.PlayAsync([File("a.wav")], [Caller], stop)),
        ["play to all"] = OnMedia(":play", 202, null, false, (media, stop) => media.PlayToAllAsync(File("a.wav"), stop)),
        ["play several to all"] = OnMedia(":play", 202, null, false, (media, stop) => media.PlayToAllAsync([File("a.wav")], stop)),
        ["cancel media"] = OnMedia(":cancelAllMediaOperations", 202, null, false, (media, stop) => media.CancelAllMediaOperationsAsync(stop)),
        ["recognize"] = OnMedia(":recognize", 202, null, false, (media, stop) => media.StartRecognizingAsync(new CallMediaRecognizeDtmfOptions(Caller, 1), stop)),
        ["start keys"] = OnMedia(":startContinuousDtmfRecognition", 200, null, false, (media, stop) => media.StartContinuousDtmfRecognitionAsync(Caller, stop)),
        ["stop keys"] = OnMedia(":stopContinuousDtmfRecognition", 200, null, false, (media, stop) => media.StopContinuousDtmfRecognitionAsync(Caller, stop)),
        ["send keys"] = OnMedia(":sendDtmfTones", 202, Echo, true, (media, stop) => media.SendDtmfTonesAsync([DtmfTone.One], Caller, stop)),
        ["hold"] = OnMedia(":hold", 200, null, false, (media, stop) => media.HoldAsync(Caller, stop)),
        ["hold with music"] = OnMedia(":hold", 200, null, false, (media, stop) => media.HoldAsync(Caller, File("moh.wav"), stop)),
        ["unhold"] = OnMedia(":unhold", 200, null, false, (media, stop) => media.UnholdAsync(Caller, stop)),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_operation_goes_to_its_place_with_its_headers(string name)
    {
        var operation = Cases[name];
        var wire = Wire.Answering(operation.Status, operation.Json);

        await operation.Send(wire.Client, Stop);

        var sent = wire.Sent;
        Assert.Equal(operation.Method, sent.Method);
        Assert.Equal(operation.Path + Query, sent.Target);
        Assert.Equal("application/json", sent["Accept"]);
        Assert.True(Guid.TryParse(sent["x-ms-client-request-id"], out _));
        Assert.StartsWith("HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=", sent["Authorization"], StringComparison.Ordinal);
        Assert.Equal(operation.Repeatable, sent.Has("Repeatability-Request-ID"));
        Assert.Equal(operation.Repeatable, sent.Has("Repeatability-First-Sent"));
        Assert.Equal(sent.Body is not null, sent.Has("Content-Type"));
        Assert.DoesNotContain("\"kind\":\"phoneNumber\"", sent.Body ?? string.Empty, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Any_other_success_is_a_failure(string name)
    {
        var operation = Cases[name];
        foreach (var status in new[] { 200, 201, 202, 204 }.Where(status => status != operation.Status))
        {
            var wire = Wire.Answering(status, operation.Json);
            var failure = await Assert.ThrowsAsync<RequestFailedException>(() => operation.Send(wire.Client, Stop));
            Assert.Equal(status, failure.Status);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_refusal_carries_status_and_code(string name)
    {
        var wire = Wire.Answering(404, """
            { "error": { "code": "8522", "message": "Call not found.", "target": "callConnectionId",
                         "details": [ { "code": "NotFound", "message": "The call connection has ended." } ],
                         "innererror": { "code": "CallConnectionNotFound", "message": "No call with this id." } } }
            """);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => Cases[name].Send(wire.Client, Stop));

        Assert.Equal(404, failure.Status);
        Assert.Equal("8522", failure.ErrorCode);
        Assert.Contains("Call not found.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_without_a_readable_body_keeps_its_status()
    {
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => Wire.Answering(403).Client.RejectCallAsync(Context, Stop));

        Assert.Equal(403, failure.Status);
        Assert.Null(failure.ErrorCode);
    }

    [Fact]
    public async Task The_service_version_is_the_api_version()
    {
        var wire = new Wire();
        var options = new CallAutomationClientOptions(CallAutomationClientOptions.ServiceVersion.V2025_06_15) { Transport = wire.Options().Transport };
        wire.Handler.Answer(204);

        await new CallAutomationClient($"endpoint={Wire.Endpoint};accesskey={Wire.Key}", options).RejectCallAsync(Context, Stop);

        Assert.Equal("/calling/callConnections:reject?api-version=2025-06-15", wire.Sent.Target);
    }

    private static Case OnCall(string method, string suffix, int status, string? json, bool repeatable, Func<CallConnection, CancellationToken, Task> send) =>
        new(method, Calls + "/cc-1" + suffix, status, json, repeatable, (client, stop) => send(client.GetCallConnection("cc-1"), stop));

    private static Case OnMedia(string suffix, int status, string? json, bool repeatable, Func<CallMedia, CancellationToken, Task> send) =>
        OnCall("POST", suffix, status, json, repeatable, (call, stop) => send(call.GetCallMedia(), stop));

    private sealed record Case(string Method, string Path, int Status, string? Json, bool Repeatable, Func<CallAutomationClient, CancellationToken, Task> Send);
}
