using System.Text;
using Koppla.Functions.IncomingCalls;
using NodaTime;

namespace Koppla.Functions.Tests.IncomingCalls;

public sealed class EventEnvelopeTests
{
    private static readonly TestCall Call = new();

    [Fact]
    public void Both_schemas_come_as_one_event_or_as_an_array()
    {
        byte[][] deliveries =
        [
            TestCall.Bytes(Call.EventGridEvent()),
            TestCall.Bytes(Call.CloudEvent()),
            TestCall.Batch(Call.EventGridEvent()),
            TestCall.Batch(Call.CloudEvent()),
        ];

        Assert.All(deliveries, delivery =>
        {
            var envelope = Assert.Single(EventEnvelope.Parse(delivery)!);
            Assert.Equal(IncomingCallData.EventType, envelope.Type);
            Assert.Equal(TestCall.Now, Instant.FromDateTimeOffset(envelope.Time!.Value));
        });
    }

    [Fact]
    public void A_batch_keeps_its_order()
    {
        var batch = TestCall.Batch(Enumerable.Range(0, 5).Select(i => (Call with { Handle = $"{i}" }).EventGridEvent()));

        var handles = EventEnvelope.Parse(batch)!.Select(each => each.Data.GetProperty("incomingCallContext").GetString());

        Assert.Equal(["0", "1", "2", "3", "4"], handles);
    }

    [Fact]
    public void White_space_around_an_event_is_no_fault() =>
        Assert.Single(EventEnvelope.Parse(Encoding.UTF8.GetBytes($"\r\n\t {Call.EventGridEvent().ToJsonString()}\n "))!);

    [Fact]
    public void An_empty_array_has_no_events() => Assert.Empty(EventEnvelope.Parse("[]"u8.ToArray())!);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("[{]")]
    [InlineData("[1]")]
    [InlineData("[{},]")]
    [InlineData("{} {}")]
    [InlineData("[] x")]
    [InlineData("{\"eventType\":1}")]
    [InlineData("{\"eventType\":{}}")]
    [InlineData("{\"eventTime\":\"yesterday\"}")]
    [InlineData("{\"eventTime\":1}")]
    [InlineData("{\"eventType\":\"\\ud800\"}")]
    [InlineData("<html></html>")]
    public void What_is_no_event_is_refused(string delivery) =>
        Assert.Null(EventEnvelope.Parse(Encoding.UTF8.GetBytes(delivery)));

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var deep = $$"""{"eventType":"x","data":{{new string('[', 100_000)}}{{new string(']', 100_000)}}}""";

        Assert.Null(EventEnvelope.Parse(Encoding.UTF8.GetBytes(deep)));
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused()
    {
        byte[] delivery = [.. "{\"eventType\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        Assert.Null(EventEnvelope.Parse(delivery));
    }
}
