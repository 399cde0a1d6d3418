using System.Text.Json;
using Koppla.EndToEnd.Tests.PlacedCalls;
using Koppla.EndToEnd.Tests.Profiles;
using Koppla.Routing.Profiles;
using Koppla.Simulator.Calls;
using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.Telemetry;

/// <summary>A whole call is one trace, and it can be found from the call.</summary>
public sealed class TraceTests(StackFixture fixture)
{
    private const string CallTag = "koppla.call.id";

    [Fact]
    public async Task A_supervised_call_is_one_trace_from_its_delivery_over_storage_and_the_providers_commands_to_the_last_callback()
    {
        var number = TestNumbers.Fixed();
        var user = await fixture.Tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.ForwardTo(TestNumbers.External()) }, number);
        fixture.Stack.Simulator.Telephones.Script(user.App(), TelephoneScript.Busy());
        var call = await fixture.Tenant.CallAsync(number);
        await call.HangUpAsync();
        var record = await fixture.Tenant.RecordAfterTheEndOfAsync(call);

        var spans = await fixture.Telemetry.TraceAsync(TraceOf(record), known => AreAllCallbacksOf(call, known));

        Assert.Equal("answered", record.GetProperty("outcome").GetString());
        Assert.Single(spans, span => span is { Name: "incoming call", Parent: null });
        Assert.Single(spans, span => span.Name == "decide");
        Assert.Single(spans, span => span.Name == "command answer");
        Assert.True(spans.Count(span => span.Name == "command invite") >= 2); // the app, and then the number that it is forwarded to
        Assert.Contains(spans, span => span.Scope.StartsWith("Azure.Data.Tables", StringComparison.Ordinal) && span.Parent is not null);
        Assert.Contains(spans, span => span.Scope == "Azure.Core.Http" && span.Tags.Values.Any(IsOfProvider));
        Assert.All(spans.Where(span => span.Parent is not null), span => Assert.Contains(spans, above => above.Id == span.Parent));
        AssertIsOneTrace(record);
    }

    [Fact]
    public async Task A_placed_call_has_its_own_trace_which_is_linked_with_that_of_the_request()
    {
        var user = await fixture.Tenant.UserAsync(NumberRule.Ring, TestNumbers.Fixed());
        using var placed = new PlacedCall(fixture.Stack, fixture.Tenant, user);
        var outside = TestNumbers.External();
        await placed.PlaceAsync(outside);
        await placed.Call.ToldAsync("AddParticipantSucceeded");
        await placed.Call.HangUpAsync(outside.E164);
        var record = await placed.RecordAsync();

        var spans = await fixture.Telemetry.TraceAsync(TraceOf(record), known => AreAllCallbacksOf(placed.Call, known));

        var placing = Assert.Single(spans, span => span.Name == "place call");
        Assert.Contains(spans, span => span.Name == "command create");
        var request = Assert.Single(placing.LinkedTraces);
        Assert.NotEqual(placing.Trace, request);
        var asked = await fixture.Telemetry.TraceAsync(request, known => known.Any(span => span.Name.StartsWith("POST", StringComparison.Ordinal)));
        Assert.Contains(asked, span => span.LinkedTraces.Contains(placing.Trace));
        AssertIsOneTrace(record);
    }

    [Fact]
    public async Task A_request_of_the_API_is_told_of_by_its_route_and_without_the_number_in_its_path()
    {
        using var admin = fixture.Tenant.Admin();
        var number = await fixture.Tenant.ReserveAsync(TestNumbers.Fixed());
        using var request = new HttpRequestMessage(HttpMethod.Get, $"numbers/{number.E164}/forwarding?x={number.E164}");
        var trace = Guid.NewGuid().ToString("N");
        request.Headers.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-01");
        using var response = await admin.SendAsync(request, TestContext.Current.CancellationToken);

        var spans = await fixture.Telemetry.TraceAsync(trace, known => known.Any(span => span.Tags.ContainsKey("url.path")));

        var served = Assert.Single(spans, span => span.Tags.ContainsKey("url.path"));
        Assert.Equal("/api/v1/numbers/*/forwarding", served.Tags["url.path"]);
        Assert.DoesNotContain("url.query", served.Tags.Keys);
    }

    private static string TraceOf(JsonElement record) => record.GetProperty("traceId").GetString()!;

    /// <summary>Each delivered callback has its span, and the last one has ended.</summary>
    private static bool AreAllCallbacksOf(SimulatedCall call, IReadOnlyList<ExportedSpan> known)
    {
        var told = call.Timeline.Count(entry =>
            entry.Text.Contains(" delivered (200", StringComparison.Ordinal) && !entry.Text.StartsWith("IncomingCall", StringComparison.Ordinal));
        return told > 0 && known.Count(span => span.Name == "call events") == told
            && known.All(span => span.Parent is null || known.Any(above => above.Id == span.Parent));
    }

    private bool IsOfProvider(string tag) => tag.StartsWith(fixture.Stack.Simulator.BaseAddress.AbsoluteUri, StringComparison.Ordinal);

    /// <summary>Nothing that names the call is in another trace.</summary>
    private void AssertIsOneTrace(JsonElement record) => Assert.Equal(
        [TraceOf(record)],
        fixture.Telemetry.Spans
            .Where(span => span.Tags.GetValueOrDefault(CallTag) == record.GetProperty("id").GetString())
            .Select(span => span.Trace)
            .Distinct());
}
