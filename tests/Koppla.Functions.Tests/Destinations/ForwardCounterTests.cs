using System.Globalization;
using Koppla.Functions.Destinations;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Routing;
using Koppla.Routing.Destinations;
using NodaTime;
using NodaTime.Testing;

namespace Koppla.Functions.Tests.Destinations;

/// <summary>The sliding hour of an instance.</summary>
public sealed class ForwardCounterTests
{
    private static readonly OrganisationId Ours = new(Guid.NewGuid());
    private static readonly Forwarder Anna = Forwarder.Of(Ours, new UserId(Guid.NewGuid()));
    private static readonly Forwarder Desk = Forwarder.Of(Ours, Numbers.Reserved);

    private readonly FakeClock clock = new(TestCall.Now);
    private readonly ForwardCounter counter;

    public ForwardCounterTests() => counter = new ForwardCounter(clock);

    [Fact]
    public void Each_counts_for_itself_and_for_the_organisation()
    {
        Assert.True(Count("1", Anna));
        Assert.True(Count("2", Desk));
        Assert.True(Count("3", Anna, Desk));

        var counts = counter.CountsOf(Ours);
        Assert.Equal((4, 2, 2), (counts.All, counts.By(Anna), counts.By(Desk)));
        Assert.Equal(ForwardCounts.None, counter.CountsOf(new OrganisationId(Guid.NewGuid())));
    }

    [Fact]
    public void The_same_call_counts_once_for_each_who_sends_it_outside()
    {
        Assert.True(Count("1", Anna));
        Assert.True(Count("1", Anna));
        Assert.True(Count("1", Desk));

        Assert.Equal(2, counter.CountsOf(Ours).All);
        Assert.Equal([Anna, Desk], counter.ForwardersOf("1"));
        Assert.Empty(counter.ForwardersOf("2"));
    }

    [Fact]
    public void A_call_that_has_no_room_is_not_counted_at_all()
    {
        Assert.True(Count("1", perUser: 1, perOrganisation: 9, Anna));
        Assert.False(Count("2", perUser: 1, perOrganisation: 9, Desk, Anna));
        Assert.False(Count("2", perUser: 9, perOrganisation: 2, Desk, Anna));
        Assert.Equal(1, counter.CountsOf(Ours).All);

        Assert.True(Count("1", perUser: 1, perOrganisation: 1, Anna));
        Assert.True(Count("2", perUser: 1, perOrganisation: 2, Desk));
    }

    [Fact]
    public void A_call_counts_for_an_hour_to_the_instant()
    {
        Count("1", Anna);
        clock.Advance(ForwardCounter.Window - Duration.Epsilon);
        Assert.Equal(1, counter.CountsOf(Ours).All);

        clock.Advance(Duration.Epsilon);

        Assert.Equal(ForwardCounts.None.All, counter.CountsOf(Ours).All);
        Assert.Empty(counter.CountsOf(Ours).Each);
        Assert.Empty(counter.ForwardersOf("1"));
    }

    [Fact]
    public void Of_many_at_the_same_moment_as_many_get_through_as_are_allowed()
    {
        var through = 0;
        Parallel.For(0, 500, call =>
        {
            if (Count(call.ToString(CultureInfo.InvariantCulture), perUser: 40, perOrganisation: 100, call % 2 == 0 ? Anna : Desk))
            {
                Interlocked.Increment(ref through);
            }
        });

        Assert.Equal(80, through);
    }

    [Fact]
    public void What_is_stored_is_added_when_it_is_not_known_and_not_old()
    {
        counter.CountsOf(Ours);
        Count("1", Anna);

        counter.Merge(
        [
            new("1", TestCall.Now - Duration.FromMinutes(1), [Anna]),
            new("2", TestCall.Now - Duration.FromMinutes(59), [Anna, Desk]),
            new("3", TestCall.Now - Duration.FromMinutes(60), [Anna]),
        ]);

        var counts = counter.CountsOf(Ours);
        Assert.Equal((3, 2, 1), (counts.All, counts.By(Anna), counts.By(Desk)));
        clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(1, counter.CountsOf(Ours).All);
    }

    [Fact]
    public void Organisations_that_no_call_comes_for_are_not_counted_and_in_the_end_forgotten()
    {
        counter.Merge([new("1", TestCall.Now, [Anna])]);
        Assert.Empty(counter.Active());

        counter.CountsOf(Ours);
        Assert.Equal([Ours], counter.Active());
        Assert.True(counter.News.TryRead(out var news) && news == Ours);
        Assert.Equal(0, counter.CountsOf(Ours).All);
        Assert.False(counter.News.TryRead(out _));

        clock.Advance(ForwardCounter.Window);
        Assert.Empty(counter.Active());
        counter.CountsOf(Ours);
        Assert.True(counter.News.TryRead(out _));
    }

    [Fact]
    public void No_more_is_kept_than_the_highest_limit_there_is()
    {
        counter.CountsOf(Ours);
        var calls = Enumerable.Range(0, ExternalForwardPolicy.MaxPerOrganisationPerHour + 10)
            .Select(call => new CountedCall(call.ToString(CultureInfo.InvariantCulture), TestCall.Now, [Anna]));

        counter.Merge(calls);

        Assert.Equal(ExternalForwardPolicy.MaxPerOrganisationPerHour, counter.CountsOf(Ours).All);
        Assert.False(Count("next", ExternalForwardPolicy.MaxPerUserPerHour, ExternalForwardPolicy.MaxPerOrganisationPerHour, Desk));
    }

    private bool Count(string call, params Forwarder[] by) => Count(call, 60, 1_000, by);

    private bool Count(string call, int perUser, int perOrganisation, params Forwarder[] by)
    {
        var policy = ExternalForwardPolicy.Default with { PerUserPerHour = perUser, PerOrganisationPerHour = perOrganisation };
        return counter.TryCount(call, [.. by.Select(each => new ExternalForward(each, policy))]);
    }
}
