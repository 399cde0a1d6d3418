using System.Text.Json.Nodes;
using Koppla.Functions.Calls;
using Koppla.Functions.IncomingCalls;
using Koppla.Routing.Decisions;
using NodaTime;

namespace Koppla.Functions.Tests.IncomingCalls;

public sealed class IncomingCallTests
{
    [Fact]
    public void A_call_is_read_alike_from_both_schemas()
    {
        var call = new TestCall();

        var read = Parse(call.EventGridEvent())!;

        Assert.Equal(read, Parse(call.CloudEvent()));
        Assert.Equal(Numbers.Reserved, read.Called.Value);
        Assert.Equal(Numbers.Caller, read.Caller);
        Assert.Equal(TestCall.Now, read.At);
        Assert.Equal(Trail.Empty, read.Trail);
        Assert.Equal(call.Handle, read.Ringing.Handle);
        Assert.Equal(TestCall.Now.ToDateTimeOffset(), read.Ringing.Since);
        Assert.Equal("0b6f0c9e-3c54-4a26-9a0e-51d0c1f00002", read.CorrelationId);
    }

    [Theory]
    [InlineData("+46846500410")]
    [InlineData("+46 8 465 004 10")]
    [InlineData("+46 (0)8-465 004 10")]
    [InlineData("tel:+46846500410")]
    [InlineData("0046846500410")]
    [InlineData("084650 04 10")]
    public void A_number_may_be_spelled_in_any_usual_way(string spelling)
    {
        var call = new TestCall { To = TestCall.Telephone(spelling) };

        Assert.Equal(Numbers.Reserved, Parse(call.EventGridEvent())!.Called.Value);
    }

    [Theory]
    [InlineData("\"phoneNumber\"")]
    [InlineData("\"PhoneNumber\"")]
    [InlineData("\"PHONENUMBER\"")]
    [InlineData("null")]
    [InlineData("7")]
    public void The_kind_of_a_party_does_not_matter(string kind)
    {
        var to = TestCall.Telephone(Numbers.Reserved.E164);
        to["kind"] = JsonNode.Parse(kind);

        Assert.Equal(Numbers.Reserved, Parse(new TestCall { To = to }.EventGridEvent())!.Called.Value);
    }

    [Theory]
    [InlineData("""{"kind":"phoneNumber","rawId":"4:anonymous","phoneNumber":{"value":"anonymous","isAnonymous":true}}""")]
    [InlineData("""{"kind":"phoneNumber","rawId":"4:anonymous","phoneNumber":{"value":""}}""")]
    [InlineData("""{"kind":"unknown","rawId":"4:anonymous"}""")]
    [InlineData("""{"kind":"communicationUser","rawId":"8:acs:1_2","communicationUser":{"id":"8:acs:1_2"}}""")]
    [InlineData("null")]
    public void A_withheld_caller_is_nobody_and_the_call_goes_on(string from)
    {
        var call = Parse(new TestCall { From = JsonNode.Parse(from) }.EventGridEvent())!;

        Assert.Null(call.Caller);
        Assert.Equal(Numbers.Reserved, call.Called.Value);
    }

    [Theory]
    [InlineData("""{"kind":"communicationUser","rawId":"8:acs:1_2","communicationUser":{"id":"8:acs:1_2"}}""", "number-missing")]
    [InlineData("""{"rawId":"4:112","phoneNumber":{"value":"112"}}""", "number-emergency")]
    [InlineData("""{"rawId":"4:x","phoneNumber":{"value":"x"}}""", "number-not-a-number")]
    public void What_was_called_may_be_no_number(string to, string refusal) =>
        Assert.Equal(refusal, Parse(new TestCall { To = JsonNode.Parse(to) }.EventGridEvent())!.Called.Refusal.Name);

    [Fact]
    public void A_number_that_only_the_raw_identifier_has_is_called_all_the_same()
    {
        var call = Parse(new TestCall { To = JsonNode.Parse($$"""{"rawId":"4:{{Numbers.Reserved.E164}}"}""") }.EventGridEvent())!;

        Assert.True(call.IsToTelephone);
        Assert.Equal(Numbers.Reserved, call.Called.Value);
    }

    [Theory]
    [InlineData("X-MS-Custom-Koppla-Trail")]
    [InlineData("x-ms-custom-koppla-trail")]
    public void The_trail_of_a_call_that_comes_back_is_read(string header)
    {
        var call = new TestCall { CustomContext = TestCall.Headers(("User-To-User", "1"), (header, "46846500420.46846500410")) };

        Assert.Equal([Numbers.Fixed, Numbers.Reserved], Parse(call.EventGridEvent())!.Trail.Numbers);
    }

    [Theory]
    [InlineData("")]
    [InlineData("112")]
    [InlineData("46846500420.")]
    [InlineData("46846500420;drop")]
    public void A_trail_that_is_not_ours_is_none(string value)
    {
        var call = new TestCall { CustomContext = TestCall.Headers((IncomingCallData.TrailHeader, value)) };

        Assert.Equal(Trail.Empty, Parse(call.EventGridEvent())!.Trail);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"sipHeaders":null}""")]
    [InlineData("""{"sipHeaders":{"X-MS-Custom-Koppla-Trail":null}}""")]
    [InlineData("""{"voipHeaders":{"a":"b"},"more":[1]}""")]
    [InlineData("""{"sipHeaders":{"X-Other":7,"X-More":{"a":[null]},"X-MS-Custom-Koppla-Trail":46846500420}}""")]
    public void A_call_without_headers_has_no_trail(string context)
    {
        var data = new TestCall().EventGridEvent();
        data["data"]!["customContext"] = JsonNode.Parse(context);

        Assert.Equal(Trail.Empty, Parse(data)!.Trail);
    }

    [Theory]
    [InlineData("data", "null")]
    [InlineData("data", "[]")]
    [InlineData("data", "\"text\"")]
    [InlineData("eventTime", null)]
    [InlineData("eventTime", "null")]
    [InlineData("data.to", null)]
    [InlineData("data.to", "null")]
    [InlineData("data.to", "\"+46846500410\"")]
    [InlineData("data.to.rawId", null)]
    [InlineData("data.to.rawId", "\"\"")]
    [InlineData("data.to.rawId", "7")]
    [InlineData("data.to.phoneNumber", "\"+46846500410\"")]
    [InlineData("data.to.phoneNumber.value", "46846500410")]
    [InlineData("data.incomingCallContext", null)]
    [InlineData("data.incomingCallContext", "\"\"")]
    [InlineData("data.incomingCallContext", "{}")]
    [InlineData("data.correlationId", "7")]
    public void An_event_that_lacks_what_every_call_has_is_no_call(string path, string? json) =>
        Assert.Null(Parse(Broken(new TestCall().EventGridEvent(), path, json)));

    [Fact]
    public void A_handle_that_is_no_text_is_no_call()
    {
        var json = new TestCall { Handle = "handle" }.EventGridEvent().ToJsonString().Replace("\"handle\"", "\"\\ud800\"", StringComparison.Ordinal);

        Assert.Null(IncomingCall.Parse(Assert.Single(EventEnvelope.Parse(System.Text.Encoding.UTF8.GetBytes(json))!)));
    }

    [Fact]
    public void A_call_without_a_correlation_id_is_a_call() =>
        Assert.Empty(Parse(Broken(new TestCall().EventGridEvent(), "data.correlationId", null))!.CorrelationId);

    [Fact]
    public void A_repeated_event_has_the_same_key_and_another_call_has_another()
    {
        var call = new TestCall();
        var key = Parse(call.EventGridEvent())!.Key;

        Assert.True(CallRecord.IsId(key));
        Assert.Equal(key, Parse(call.CloudEvent())!.Key);
        Assert.NotEqual(key, Parse((call with { Handle = "other" }).EventGridEvent())!.Key);
        Assert.NotEqual(key, Parse((call with { At = call.At + Duration.FromTicks(1) }).EventGridEvent())!.Key);
    }

    [Fact]
    public void The_newest_call_sorts_first()
    {
        var call = new TestCall();
        var keys = new[] { 3600.0, 1.0, 0.001, 0.0 }
            .Select(age => Parse((call with { At = call.At - Duration.FromSeconds(age) }).EventGridEvent())!.Key)
            .ToArray();

        Assert.Equal(keys.OrderDescending(StringComparer.Ordinal), keys);
    }

    [Fact]
    public void A_ringing_call_never_shows_its_handle() =>
        Assert.DoesNotContain("eyJ", Parse(new TestCall().EventGridEvent())!.Ringing.ToString(), StringComparison.Ordinal);

    /// <param name="json">Null removes the member.</param>
    private static JsonObject Broken(JsonObject envelope, string path, string? json)
    {
        var parts = path.Split('.');
        var parent = parts[..^1].Aggregate(envelope, (node, name) => node[name]!.AsObject());
        if (json is null)
        {
            Assert.True(parent.Remove(parts[^1]));
        }
        else
        {
            parent[parts[^1]] = JsonNode.Parse(json);
        }

        return envelope;
    }

    private static IncomingCall? Parse(JsonObject envelope) =>
        IncomingCall.Parse(Assert.Single(EventEnvelope.Parse(TestCall.Bytes(envelope))!));
}
