using System.Globalization;
using System.Net;
using Koppla.Functions.Telephony;

namespace Koppla.Functions.Tests.Telephony;

public sealed class RepeatabilityPolicyTests
{
    private static readonly RingingCall Ringing = new("handle", new DateTimeOffset(2026, 11, 3, 14, 10, 0, 500, TimeSpan.FromHours(1)));
    private static readonly CommandId Command = CommandId.For("handle", 0);

    [Fact]
    public async Task A_command_carries_our_id_and_not_the_clients()
    {
        var transport = new RecordingTransport();

        var result = await SendAsync(transport, Command);

        Assert.Equal(CommandStatus.Accepted, result.Status);
        Assert.Equal(Command.Value.ToString("D"), Assert.Single(transport.Sent).Headers["Repeatability-Request-ID"]);
    }

    [Fact]
    public async Task First_sent_is_when_the_call_began_to_ring_as_an_HTTP_date_in_GMT()
    {
        var transport = new RecordingTransport();

        await SendAsync(transport, Command);

        var firstSent = Assert.Single(transport.Sent).Headers["Repeatability-First-Sent"];
        Assert.Equal("Tue, 03 Nov 2026 13:10:00 GMT", firstSent);
        Assert.True(DateTimeOffset.TryParseExact(firstSent, "R", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
    }

    [Fact]
    public async Task A_retry_is_the_same_command()
    {
        var transport = new RecordingTransport(HttpStatusCode.ServiceUnavailable, HttpStatusCode.InternalServerError);

        var result = await SendAsync(transport, Command);

        Assert.Equal(CommandStatus.Accepted, result.Status);
        Assert.Equal(3, transport.Sent.Count);
        Assert.Single(transport.Sent.Select(Repeatability).Distinct());
    }

    [Fact]
    public async Task The_same_command_sent_by_two_instances_is_the_same_command()
    {
        var one = new RecordingTransport();
        var other = new RecordingTransport();

        await SendAsync(one, Command);
        await SendAsync(other, CommandId.For("handle", 0));

        Assert.Equal(Repeatability(one.Sent[0]), Repeatability(other.Sent[0]));
        Assert.Equal(one.Sent[0].Body, other.Sent[0].Body);
    }

    [Fact]
    public async Task The_next_step_is_another_command()
    {
        var transport = new RecordingTransport();

        await SendAsync(transport, Command);
        await SendAsync(transport, CommandId.For("handle", 1));

        Assert.Equal(2, transport.Sent.Select(Repeatability).Distinct().Count());
    }

    [Fact]
    public async Task Commands_sent_at_the_same_time_keep_their_ids_apart()
    {
        var transports = Enumerable.Range(0, 8).Select(_ => new RecordingTransport()).ToArray();

        await Task.WhenAll(transports.Select((transport, step) => SendAsync(transport, CommandId.For("handle", step))));

        Assert.All(
            transports.Select((transport, step) => (transport, step)),
            each => Assert.Equal(CommandId.For("handle", each.step).Value.ToString("D"), each.transport.Sent[0].Headers["Repeatability-Request-ID"]));
    }

    [Fact]
    public async Task After_its_retries_an_outage_means_that_nobody_knows()
    {
        var transport = new RecordingTransport([.. Enumerable.Repeat(HttpStatusCode.ServiceUnavailable, 10)]);

        var result = await SendAsync(transport, Command);

        Assert.Equal(CommandStatus.Unknown, result.Status);
        Assert.Equal(3, transport.Sent.Count);
    }

    private static (string, string) Repeatability(SentRequest request) =>
        (request.Headers["Repeatability-Request-ID"], request.Headers["Repeatability-First-Sent"]);

    private static Task<CommandResult> SendAsync(RecordingTransport transport, CommandId command) =>
        transport.ToCallControl().RedirectAsync(
            Ringing, new CallTarget.Telephone(Numbers.Outside), command, TestContext.Current.CancellationToken);
}
