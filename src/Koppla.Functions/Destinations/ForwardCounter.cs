using System.Collections.Immutable;
using System.Threading.Channels;
using Koppla.Routing;
using Koppla.Routing.Destinations;
using NodaTime;

namespace Koppla.Functions.Destinations;

/// <summary>
/// Counts the calls that rules send outside, over a sliding hour, in memory: a decision costs no read and no write for it.
/// </summary>
/// <remarks>
/// How exact it is. This instance's own calls count from the decision on, before the call is sent, so alone it never passes a limit.
/// Calls of other instances, and those of before a restart, count when their record or their supervised call has been read in the
/// background (<see cref="ForwardCounterRefresh"/>): an instance hears of them after some 15 s, and for as long as that, or at its first
/// calls for an organisation, n instances may pass a limit n times. A call that was decided and then never sent counts too. A call that
/// comes from another organisation of ours is recorded with that one, and counts for its second forwarder on the instance that decided it.
/// What is counted are forwards by rules, also those that take over when a direct transfer fails: of its target, and the number that the
/// transferor's policy rings instead. Transfers and placed calls are what a person does, one request at a time.
/// </remarks>
internal sealed class ForwardCounter(IClock clock)
{
    /// <summary>Over how long calls are counted.</summary>
    public static readonly Duration Window = Duration.FromHours(1);

    private readonly Lock counting = new();
    private readonly Dictionary<string, ImmutableArray<Forwarder>> calls = new(StringComparer.Ordinal);
    private readonly PriorityQueue<(string Call, Forwarder By), Instant> oldest = new();
    private readonly Dictionary<OrganisationId, Tally> tallies = [];
    private readonly Channel<OrganisationId> news = Channel.CreateUnbounded<OrganisationId>();

    /// <summary>Organisations that calls have come for, and whose earlier calls are not known here yet.</summary>
    public ChannelReader<OrganisationId> News => news.Reader;

    /// <summary>The counts of an organisation that a call has come for.</summary>
    public ForwardCounts CountsOf(OrganisationId organisation)
    {
        lock (counting)
        {
            var now = clock.GetCurrentInstant();
            Forget(now);
            var tally = TallyOf(organisation);
            tally.AskedAt = now;
            return tally.Counts;
        }
    }

    /// <summary>By whose rules a call has been sent outside already.</summary>
    public ImmutableArray<Forwarder> ForwardersOf(string call)
    {
        lock (counting)
        {
            return calls.GetValueOrDefault(call, []);
        }
    }

    /// <summary>Counts a call, each forwarder once, if the limits leave room for all of it.</summary>
    /// <returns>False: nothing is counted, for other calls have been sent meanwhile.</returns>
    public bool TryCount(string call, ImmutableArray<ExternalForward> forwards)
    {
        if (forwards.IsEmpty)
        {
            return true;
        }

        lock (counting)
        {
            var now = clock.GetCurrentInstant();
            Forget(now);
            var known = calls.GetValueOrDefault(call, []);
            ImmutableArray<ExternalForward> fresh = [.. forwards.Where(each => !known.Contains(each.By))];
            if (!fresh.All(each => HasRoom(each, fresh.Count(other => other.By.Organisation == each.By.Organisation))))
            {
                return false;
            }

            foreach (var forward in fresh)
            {
                Add(call, forward.By, now);
            }

            return true;
        }
    }

    /// <summary>Adds calls that are stored. Those that are known already, or too old to count, change nothing.</summary>
    public void Merge(IEnumerable<CountedCall> stored)
    {
        lock (counting)
        {
            foreach (var call in stored)
            {
                foreach (var by in call.By.Where(by => IsMissing(call.Id, by)))
                {
                    Add(call.Id, by, call.At);
                }
            }

            Forget(clock.GetCurrentInstant());
        }
    }

    /// <summary>The organisations that calls have come for within the last hour. The others are forgotten.</summary>
    public ImmutableArray<OrganisationId> Active()
    {
        lock (counting)
        {
            var now = clock.GetCurrentInstant();
            Forget(now);
            foreach (var (organisation, _) in tallies.Where(each => each.Value.Counts.All == 0 && now - each.Value.AskedAt >= Window).ToList())
            {
                tallies.Remove(organisation);
            }

            return [.. tallies.Where(each => now - each.Value.AskedAt < Window).Select(each => each.Key)];
        }
    }

    /// <param name="together">How many are to be counted at once for the organisation.</param>
    private bool HasRoom(ExternalForward forward, int together)
    {
        var counts = TallyOf(forward.By.Organisation).Counts;
        return counts.By(forward.By) < forward.Policy.PerUserPerHour && counts.All + together <= forward.Policy.PerOrganisationPerHour;
    }

    /// <summary>An organisation that no call has come for here is not counted, and one at the highest limit there is sends nothing more anyway.</summary>
    private bool IsMissing(string call, Forwarder by) =>
        !calls.GetValueOrDefault(call, []).Contains(by)
        && tallies.TryGetValue(by.Organisation, out var tally)
        && tally.Counts.All < ExternalForwardPolicy.MaxPerOrganisationPerHour;

    private void Add(string call, Forwarder by, Instant at)
    {
        calls[call] = calls.GetValueOrDefault(call, []).Add(by);
        oldest.Enqueue((call, by), at);
        var tally = TallyOf(by.Organisation);
        tally.Counts = tally.Counts.Add(by, 1);
    }

    private void Forget(Instant now)
    {
        while (oldest.TryPeek(out var entry, out var at) && now - at >= Window)
        {
            oldest.Dequeue();
            var left = calls[entry.Call].Remove(entry.By);
            if (left.IsEmpty)
            {
                calls.Remove(entry.Call);
            }
            else
            {
                calls[entry.Call] = left;
            }

            var tally = TallyOf(entry.By.Organisation);
            tally.Counts = tally.Counts.Add(entry.By, -1);
        }
    }

    private Tally TallyOf(OrganisationId organisation)
    {
        if (!tallies.TryGetValue(organisation, out var tally))
        {
            tally = new Tally { AskedAt = clock.GetCurrentInstant() };
            tallies.Add(organisation, tally);
            news.Writer.TryWrite(organisation);
        }

        return tally;
    }

    private sealed class Tally
    {
        public ForwardCounts Counts { get; set; } = ForwardCounts.None;

        public Instant AskedAt { get; set; }
    }
}
