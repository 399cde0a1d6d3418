using System.Reflection;
using Azure;
using Azure.Communication.CallAutomation;
using Azure.Core;
using NSubstitute;
using static Koppla.Standins.Tests.CallAutomation.Samples;

namespace Koppla.Standins.Tests.CallAutomation;

/// <summary>What an application's own tests rely on.</summary>
public sealed class SurfaceTests
{
    private static readonly Assembly StandIn = typeof(CallAutomationClient).Assembly;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_a_call_and_its_media_can_be_substituted()
    {
        var client = Substitute.For<CallAutomationClient>();
        var call = Substitute.For<CallConnection>();
        var media = Substitute.For<CallMedia>();
        var raw = Substitute.For<Response>();
        client.GetCallConnection("cc-1").Returns(call);
        call.CallConnectionId.Returns("cc-1");
        call.GetCallMedia().Returns(media);
        call.HangUpAsync(forEveryone: true, Arg.Any<CancellationToken>()).Returns(raw);
        call.AddParticipantAsync(Arg.Any<AddParticipantOptions>(), Arg.Any<CancellationToken>())
            .Returns(Response.FromValue(CallAutomationModelFactory.AddParticipantsResult(invitationId: "i-1"), raw));
        media.HoldAsync(Caller, Arg.Any<CancellationToken>()).Returns(raw);

        Assert.Equal("cc-1", client.GetCallConnection("cc-1").CallConnectionId);
        Assert.Equal("i-1", (await call.AddParticipantAsync(new AddParticipantOptions(InvitePrimary()), Stop)).Value.InvitationId);
        Assert.Same(raw, await call.HangUpAsync(forEveryone: true, Stop));
        Assert.Same(raw, await call.GetCallMedia().HoldAsync(Caller, Stop));
    }

    [Theory]
    [InlineData(typeof(CallAutomationClient))]
    [InlineData(typeof(CallConnection))]
    [InlineData(typeof(CallMedia))]
    public void Every_method_of_a_client_is_virtual_and_ends_with_a_token(Type client)
    {
        var methods = client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName)
            .ToList();

        Assert.NotEmpty(methods);
        Assert.All(methods, method => Assert.True(method is { IsVirtual: true, IsFinal: false }, method.Name));
        Assert.All(
            methods.Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal)),
            method => Assert.True(method.GetParameters()[^1] is { HasDefaultValue: true } last && last.ParameterType == typeof(CancellationToken), method.Name));
        Assert.Contains(client.GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance), constructor => constructor is { IsFamily: true } && constructor.GetParameters().Length == 0);
    }

    [Fact]
    public void Every_public_type_is_in_an_official_namespace() =>
        Assert.All(StandIn.GetExportedTypes(), type => Assert.True(type.Namespace is "Azure.Communication" or "Azure.Communication.CallAutomation", type.FullName));

    [Fact]
    public void Every_event_has_a_factory_and_a_reader()
    {
        var events = StandIn.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(CallAutomationEventBase))).ToList();

        Assert.Equal(28, events.Count);
        Assert.All(events, type =>
        {
            Assert.NotNull(typeof(CallAutomationModelFactory).GetMethod(type.Name));
            Assert.Equal(type, CallAutomationEventParser.Parse("{}", "Microsoft.Communication." + type.Name)?.GetType());
            Assert.Equal(type, type.GetMethod("Deserialize")!.Invoke(null, ["{}"])?.GetType());
        });
    }

    [Fact]
    public void Factory_arguments_come_back()
    {
        var result = CallAutomationModelFactory.ResultInformation(486, 560486, "busy");

        var failed = CallAutomationModelFactory.AddParticipantFailed("c", "s", "k", "ctx", result, Primary);
        var answer = CallAutomationModelFactory.AnswerFailed("c", "s", "k", result, "ctx");
        var cancelled = CallAutomationModelFactory.CancelAddParticipantSucceeded("c", "s", "k", "i", "ctx", result);
        var notCancelled = CallAutomationModelFactory.CancelAddParticipantFailed("c", "s", "k", "i", result, "ctx");
        var transfer = CallAutomationModelFactory.CallTransferAccepted("c", "s", "k", "ctx", result, Caller, Secondary);
        var tone = CallAutomationModelFactory.ContinuousDtmfRecognitionToneReceived(2, DtmfTone.Five, "c", "s", "k", result, "ctx");
        var roster = CallAutomationModelFactory.ParticipantsUpdated("c", "s", "k", [CallAutomationModelFactory.CallParticipant(Caller, isOnHold: true)], 7, result);
        var keyed = CallAutomationModelFactory.RecognizeCompleted("c", "s", "k", "ctx", result, CallMediaRecognitionType.Dtmf, CallAutomationModelFactory.DtmfResult([DtmfTone.One]));
        var play = CallAutomationModelFactory.PlayFailed("c", "s", "k", "ctx", result, 1);

        Assert.All<CallAutomationEventBase>([failed, answer, cancelled, notCancelled, transfer, tone, keyed, play], happened =>
        {
            Assert.Equal(("c", "s", "k", "ctx"), (happened.CallConnectionId, happened.ServerCallId, happened.CorrelationId, happened.OperationContext));
            Assert.Same(result, happened.ResultInformation);
        });
        Assert.Equal((486, 560486, "busy"), (result.Code, result.SubCode, result.Message));
        Assert.Equal(Primary, failed.Participant);
        Assert.Equal(("i", "i"), (cancelled.InvitationId, notCancelled.InvitationId));
        Assert.Equal((Caller.RawId, Secondary.RawId), (transfer.Transferee?.RawId, transfer.TransferTarget?.RawId));
        Assert.Equal((2, DtmfTone.Five), (tone.SequenceId, tone.Tone));
        Assert.Equal((7, true), (roster.SequenceNumber, Assert.Single(roster.Participants).IsOnHold));
        Assert.Equal("1", Assert.IsType<DtmfResult>(keyed.RecognizeResult).ConvertToString());
        Assert.Equal(1, play.FailedPlaySourceIndex);
    }

    [Fact]
    public void Factories_of_calls_and_results_give_back_their_arguments()
    {
        var call = CallAutomationModelFactory.CallConnectionProperties(
            "c", "s", [Own], CallConnectionState.Connected, CallbackUri, Caller, Own, "Växeln", answeredFor: Own);

        Assert.Equal(("c", "s", CallConnectionState.Connected), (call.CallConnectionId, call.ServerCallId, call.CallConnectionState));
        Assert.Equal((CallbackUri, "Växeln"), (call.CallbackUri, call.SourceDisplayName));
        Assert.Equal((Caller.RawId, Own.RawId, Own.RawId), (call.Source?.RawId, call.SourceCallerIdNumber?.RawId, call.AnsweredFor?.RawId));
        Assert.Same(call, CallAutomationModelFactory.AnswerCallResult(callConnectionProperties: call).CallConnectionProperties);
        Assert.Same(call, CallAutomationModelFactory.CreateCallResult(callConnectionProperties: call).CallConnectionProperties);
        Assert.Equal(("i", "x"), (CallAutomationModelFactory.CancelAddParticipantResult("i", "x").InvitationId, CallAutomationModelFactory.CancelAddParticipantResult("i", "x").OperationContext));
        Assert.Equal("x", CallAutomationModelFactory.RemoveParticipantResult("x").OperationContext);
        Assert.Equal("x", CallAutomationModelFactory.TransferCallToParticipantResult("x").OperationContext);
        Assert.Equal("x", CallAutomationModelFactory.SendDtmfTonesResult("x").OperationContext);
    }

    [Fact]
    public void Options_know_the_official_service_versions()
    {
        Assert.Equal("2026-03-12", new CallAutomationClientOptions().ApiVersion);
        Assert.All(Enum.GetValues<CallAutomationClientOptions.ServiceVersion>(), version =>
            Assert.Equal(version.ToString()[1..].Replace('_', '-'), new CallAutomationClientOptions(version).ApiVersion));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CallAutomationClientOptions(default));
        Assert.IsType<ClientOptions>(new CallAutomationClientOptions(), exactMatch: false);
    }
}
