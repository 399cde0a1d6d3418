using Azure.Communication;
using Azure.Communication.CallAutomation;
using static Koppla.Standins.Tests.CallAutomation.Samples;

namespace Koppla.Standins.Tests.CallAutomation;

/// <summary>Bodies and answers of the operations on a ringing or new call.</summary>
public sealed class ClientWireTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_sends_all_it_was_given_and_reads_the_call()
    {
        var wire = Wire.Answering(201, Created);

        var result = (await wire.Client.CreateCallAsync(new CreateCallOptions(InvitePrimary(), CallbackUri) { OperationContext = "leg:primary" }, Stop)).Value;

        Json.Equal($$"""
            { "targets": [ {{B}} ], "sourceCallerIdNumber": { "value": "+46812340000" }, "operationContext": "leg:primary",
              "callbackUri": "https://fwd.example.net/api/acs/callback?k=2f1c" }
            """, wire.Sent.Body);
        var call = result.CallConnectionProperties;
        Assert.Equal("421f1d00-6b7e-4a41-9a4b-0d5a3d7a0001", result.CallConnection.CallConnectionId);
        Assert.Equal("421f1d00-6b7e-4a41-9a4b-0d5a3d7a0001", call.CallConnectionId);
        Assert.Equal("aHR0cHM6Ly9lbXUubG9jYWwvY29udi8wMDAx", call.ServerCallId);
        Assert.Equal("0b6f0c9e-3c54-4a26-9a0e-51d0c1f00001", call.CorrelationId);
        Assert.Equal(CallConnectionState.Connecting, call.CallConnectionState);
        Assert.Equal(CallbackUri, call.CallbackUri);
        Assert.Equal(Own, call.SourceCallerIdNumber);
        Assert.Equal("Växeln", call.SourceDisplayName);
        Assert.Equal("8:acs:r_u", call.AnsweredBy?.Id);
        Assert.Equal<CommunicationIdentifier>([Primary], call.Targets);
        Assert.Null(call.Source);
        Assert.Null(call.AnsweredFor);
    }

    [Fact]
    public async Task Create_sends_display_name_source_intelligence_and_teams_app_when_set()
    {
        var wire = Wire.Answering(201, Created, options => options.Source = new CommunicationUserIdentifier("8:acs:r_u"));
        var invite = new CallInvite(Primary, Own) { SourceDisplayName = "Växeln" };

        await wire.Client.CreateCallAsync(new CreateCallOptions(invite, CallbackUri)
        {
            CallIntelligenceOptions = new CallIntelligenceOptions { CognitiveServicesEndpoint = new Uri("https://speech.example.net/") },
            TeamsAppSource = new MicrosoftTeamsAppIdentifier("app-1"),
        }, Stop);

        Json.Equal($$"""
            { "targets": [ {{B}} ], "sourceCallerIdNumber": { "value": "+46812340000" }, "sourceDisplayName": "Växeln", "source": { "id": "8:acs:r_u" },
              "callbackUri": "https://fwd.example.net/api/acs/callback?k=2f1c", "callIntelligenceOptions": { "cognitiveServicesEndpoint": "https://speech.example.net/" },
              "teamsAppSource": { "appId": "app-1", "cloud": "public" } }
            """, wire.Sent.Body);
    }

    [Fact]
    public async Task Answer_sends_all_it_was_given_and_reads_the_call()
    {
        var wire = Wire.Answering(200, Answered);

        var result = (await wire.Client.AnswerCallAsync(new AnswerCallOptions(Context, CallbackUri)
        {
            OperationContext = "answer:call-77",
            CallIntelligenceOptions = new CallIntelligenceOptions { CognitiveServicesEndpoint = new Uri("https://speech.example.net/") },
        }, Stop)).Value;

        Json.Equal($$"""
            { "incomingCallContext": "{{Context}}", "callbackUri": "https://fwd.example.net/api/acs/callback?k=2f1c", "operationContext": "answer:call-77",
              "callIntelligenceOptions": { "cognitiveServicesEndpoint": "https://speech.example.net/" } }
            """, wire.Sent.Body);
        Assert.Equal("421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002", result.CallConnection.CallConnectionId);
        Assert.Equal(Caller, result.CallConnectionProperties.Source);
        Assert.Equal(Own, result.CallConnectionProperties.AnsweredFor);
    }

    [Fact]
    public async Task Answer_sends_no_context_of_its_own()
    {
        var wire = Wire.Answering(200, Answered);

        await wire.Client.AnswerCallAsync(Context, CallbackUri, Stop);

        Json.Equal($$"""{ "incomingCallContext": "{{Context}}", "callbackUri": "https://fwd.example.net/api/acs/callback?k=2f1c" }""", wire.Sent.Body);
    }

    [Theory]
    [InlineData(null, "8:acs:client")]
    [InlineData("8:acs:options", "8:acs:options")]
    public async Task Answer_is_as_the_user_of_the_options_or_else_of_the_client(string? answeredBy, string expected)
    {
        var wire = Wire.Answering(200, Answered, options => options.Source = new CommunicationUserIdentifier("8:acs:client"));

        await wire.Client.AnswerCallAsync(
            new AnswerCallOptions(Context, CallbackUri) { AnsweredBy = answeredBy is null ? null : new CommunicationUserIdentifier(answeredBy) }, Stop);

        Assert.Contains($$"""
            "answeredBy":{"id":"{{expected}}"}
            """.Trim(), wire.Sent.Body, StringComparison.Ordinal);
        Assert.Equal("8:acs:client", wire.Client.Source?.Id);
    }

    [Fact]
    public async Task Redirect_sends_only_the_target_of_the_invitation()
    {
        var wire = Wire.Answering(204);
        var invite = new CallInvite(Primary, Own) { SourceDisplayName = "x" };
        invite.CustomCallingContext.AddSipUui("56a390f3");

        var response = await wire.Client.RedirectCallAsync(new RedirectCallOptions(Context, invite), Stop);

        Assert.Equal(204, response.Status);
        Json.Equal($$"""{ "incomingCallContext": "{{Context}}", "target": {{B}} }""", wire.Sent.Body);
    }

    [Theory]
    [InlineData("busy")]
    [InlineData("forbidden")]
    [InlineData("none")]
    public async Task Reject_sends_the_reason(string reason)
    {
        var wire = Wire.Answering(204);

        await wire.Client.RejectCallAsync(new RejectCallOptions(Context) { CallRejectReason = reason }, Stop);

        Json.Equal($$"""{ "incomingCallContext": "{{Context}}", "callRejectReason": "{{reason}}" }""", wire.Sent.Body);
    }

    [Theory]
    [InlineData("""{ "callConnectionId": "c", "callbackUri": "https://a.example/" }""")]
    [InlineData("""{ "callConnectionId": "c", "targets": [] }""")]
    [InlineData("""{ "callbackUri": "https://a.example/", "targets": [] }""")]
    [InlineData("""{ "callConnectionId": "c", "callbackUri": "https://a.example/", "targets": [ { "phoneNumber": { "value": "+46" } } ] }""")]
    public async Task A_call_without_its_essentials_is_not_accepted(string json) =>
        await Assert.ThrowsAsync<System.Text.Json.JsonException>(() => Wire.Answering(200, json).Client.AnswerCallAsync(Context, CallbackUri, Stop));
}
