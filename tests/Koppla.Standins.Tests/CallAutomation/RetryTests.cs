using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Time.Testing;
using static Koppla.Standins.Tests.CallAutomation.Samples;

namespace Koppla.Standins.Tests.CallAutomation;

public sealed class RetryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_retry_is_the_same_request_signed_anew()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 21, 57, 48, TimeSpan.Zero));
        var wire = new Wire(time: time);
        wire.Handler
            .Answer(503, before: () => time.Advance(TimeSpan.FromSeconds(2)))
            .Answer(429, before: () => time.Advance(TimeSpan.FromSeconds(3)))
            .Answer(202, Added);

        await wire.Call.AddParticipantAsync(InvitePrimary(), Stop);

        var sent = wire.Handler.Requests;
        Assert.Equal(3, sent.Count);
        Assert.Single(sent.Select(request => request["Repeatability-Request-ID"]).Distinct(StringComparer.Ordinal));
        Assert.Single(sent.Select(request => request["Repeatability-First-Sent"]).Distinct(StringComparer.Ordinal));
        Assert.Single(sent.Select(request => request.Body).Distinct(StringComparer.Ordinal));
        Assert.Equal(
            "Sun, 22 Nov 2026 21:57:48 GMT|Sun, 22 Nov 2026 21:57:50 GMT|Sun, 22 Nov 2026 21:57:53 GMT",
            string.Join('|', sent.Select(request => request["x-ms-date"])));
        Assert.Equal(3, sent.Select(request => request["Authorization"]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Each_call_has_its_own_repeatability_id()
    {
        var wire = new Wire();
        wire.Handler.Answer(204).Answer(204);

        await wire.Client.RejectCallAsync(Context, Stop);
        await wire.Client.RejectCallAsync(Context, Stop);

        Assert.Equal(2, wire.Handler.Requests.Select(request => request["Repeatability-Request-ID"]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_policy_of_the_application_can_set_the_repeatability_id()
    {
        var wire = new Wire(options => options.AddPolicy(new FixedRepeatability(), HttpPipelinePosition.PerCall));
        wire.Handler.Answer(500).Answer(204);

        await wire.Client.RedirectCallAsync(Context, InvitePrimary(), Stop);

        Assert.All(wire.Handler.Requests, request => Assert.Equal(FixedRepeatability.Id, request["Repeatability-Request-ID"]));
    }

    [Fact]
    public async Task A_body_that_a_policy_put_is_the_one_that_is_signed()
    {
        var wire = new Wire(options => options.AddPolicy(new OtherBody(), HttpPipelinePosition.PerCall));
        wire.Handler.Answer(204);

        await wire.Client.RejectCallAsync(Context, Stop);

        Assert.Equal("{}", wire.Sent.Body);
        Assert.Equal("RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=", wire.Sent["x-ms-content-sha256"]);
    }

    [Fact]
    public async Task Retries_end_with_the_last_refusal()
    {
        var wire = new Wire(options => options.Retry.MaxRetries = 1);
        wire.Handler.Answer(500).Answer(503, """{ "error": { "code": "9999", "message": "internal" } }""");

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => wire.Client.RejectCallAsync(Context, Stop));

        Assert.Equal((503, "9999"), (failure.Status, failure.ErrorCode));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(412)]
    public async Task A_refusal_by_the_client_s_fault_is_not_tried_again(int status)
    {
        var wire = Wire.Answering(status);

        await Assert.ThrowsAsync<RequestFailedException>(() => wire.Client.RejectCallAsync(Context, Stop));

        Assert.Single(wire.Handler.Requests);
    }

    [Fact]
    public async Task A_cancelled_call_is_not_tried_again()
    {
        using var cancel = new CancellationTokenSource();
        var wire = new Wire();
        wire.Handler.Answer(503, before: cancel.Cancel).Answer(204);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wire.Client.RejectCallAsync(Context, cancel.Token));

        Assert.Single(wire.Handler.Requests);
    }

    private sealed class FixedRepeatability : HttpPipelineSynchronousPolicy
    {
        public const string Id = "6f6a9a53-0000-4000-8000-000000000001";

        public override void OnSendingRequest(HttpMessage message) => message.Request.Headers.SetValue("Repeatability-Request-ID", Id);
    }

    private sealed class OtherBody : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => message.Request.Content = RequestContent.Create("{}"u8.ToArray());
    }
}
