using Koppla.Functions.Calls;
using Koppla.Functions.Destinations;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Tests.Api;
using Koppla.Functions.Tests.SupervisedCalls;
using Koppla.Routing;
using Koppla.Routing.Destinations;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Testing;

namespace Koppla.Functions.Tests.Destinations;

/// <summary>What instances know of each other's calls: that which is stored.</summary>
public sealed class SharedCountTests(ApiFixture fixture)
{
    private static readonly ExternalForwardPolicy Policy = ExternalForwardPolicy.Default;

    private readonly OrganisationId ours = new(Guid.NewGuid());
    private readonly FakeClock clock = new(SystemClock.Instance.GetCurrentInstant());

    private Forwarder Anna => Forwarder.Of(ours, new UserId(ours.Value));

    private Forwarder Desk => Forwarder.Of(ours, Numbers.Reserved);

    [Fact]
    public async Task Instances_see_each_others_calls()
    {
        using var one = new CountingInstance(fixture, clock);
        using var other = new CountingInstance(fixture, clock);
        one.Counter.CountsOf(ours);
        other.Counter.CountsOf(ours);
        await SendAsync(one, "a", Anna);
        await SendAsync(other, "b", Anna);
        await SendAsync(other, "c", Desk);

        await one.LookAsync(ours);
        await other.LookAsync(ours);

        foreach (var counts in new[] { one.Counter.CountsOf(ours), other.Counter.CountsOf(ours) })
        {
            Assert.Equal((3, 2, 1), (counts.All, counts.By(Anna), counts.By(Desk)));
        }

        Assert.False(one.Counter.TryCount("d", [new(Anna, Policy with { PerUserPerHour = 2 })]));
    }

    [Fact]
    public async Task A_look_finds_what_has_been_stored_since_the_last_one_however_long_ago_it_rang()
    {
        using var one = new CountingInstance(fixture, clock);
        one.Counter.CountsOf(ours);
        await one.LookAsync(ours);
        clock.Advance(Duration.FromSeconds(15));

        await StoreAsync(one, Record("late", clock.GetCurrentInstant() - Duration.FromMinutes(55), Anna));
        await one.LookAsync(ours);

        Assert.Equal(1, one.Counter.CountsOf(ours).By(Anna));
    }

    [Fact]
    public async Task A_restart_is_no_amnesty()
    {
        using var before = new CountingInstance(fixture, clock);
        await SendAsync(before, "a", Anna, Desk);
        await StoreAsync(before, Record("old", clock.GetCurrentInstant() - Duration.FromMinutes(61), Anna));
        await StoreAsync(before, Record("inside", clock.GetCurrentInstant()));
        using var after = new CountingInstance(fixture, clock);

        after.Counter.CountsOf(ours);
        await after.LookAsync(ours);

        var counts = after.Counter.CountsOf(ours);
        Assert.Equal((2, 1, 1), (counts.All, counts.By(Anna), counts.By(Desk)));
    }

    [Fact]
    public async Task A_supervised_call_counts_everywhere_while_it_goes_on_and_once_when_it_is_over()
    {
        using var instance = new CountingInstance(fixture, clock);
        instance.Counter.CountsOf(ours);
        var id = CallId.For(clock.GetCurrentInstant().ToDateTimeOffset(), $"{ours}");
        var call = TestCalls.In(Phase.Talking) with
        {
            Facts = TestCalls.Facts with { Id = id, Organisation = ours, At = clock.GetCurrentInstant() },
            ForwardedBy = [Anna],
        };
        Assert.NotNull(await new SupervisedCallStore(instance.Tables).TryClaimAsync(call, TestContext.Current.CancellationToken));

        await instance.LookAsync(ours);
        Assert.Equal(1, instance.Counter.CountsOf(ours).By(Anna));

        await StoreAsync(instance, CallRecord.Of(call));
        await instance.LookAsync(ours);
        Assert.Equal(1, instance.Counter.CountsOf(ours).By(Anna));
    }

    [Fact(Timeout = 60_000)]
    public async Task The_first_call_of_an_organisation_makes_the_instance_look_by_itself()
    {
        using var before = new CountingInstance(fixture, clock);
        await SendAsync(before, "a", Anna);
        var counter = new ForwardCounter(clock);
        using var refresh = new ForwardCounterRefresh(
            counter, new ForwardRecords(before.Tables), clock, TimeProvider.System, NullLogger<ForwardCounterRefresh>.Instance);
        await refresh.StartAsync(TestContext.Current.CancellationToken);

        while (counter.CountsOf(ours).By(Anna) != 1)
        {
            await Task.Yield();
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        await refresh.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>As an instance does with a call that rules send outside: it counts it, sends it, and records it.</summary>
    private async Task SendAsync(CountingInstance instance, string name, params Forwarder[] by)
    {
        var record = Record(name, clock.GetCurrentInstant(), by);
        Assert.True(instance.Counter.TryCount(record.Id, [.. by.Select(each => new ExternalForward(each, Policy))]));
        await StoreAsync(instance, record);
    }

    private static Task<bool> StoreAsync(CountingInstance instance, CallRecord record) =>
        new CallRecordStore(instance.Tables).AddAsync(record, TestContext.Current.CancellationToken);

    private CallRecord Record(string name, Instant at, params Forwarder[] by) => new(
        CallId.For(at.ToDateTimeOffset(), name), ours, name, at, null, null, CallOutcome.Redirected, "forwarded", null, 1, [], [], TimeSpan.Zero)
    {
        ForwardedBy = [.. by],
    };
}
