using Koppla.Functions.OngoingCalls;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Users;
using Koppla.Routing;
using Koppla.Routing.Directory;
using NodaTime;

namespace Koppla.Functions.Colleagues;

/// <summary>
/// Finds colleagues and how they are now. However many a query fits, a page reads at most <see cref="MaxReadings"/> times
/// <see cref="ColleagueIndex.MaxRows"/> rows of the index, and a user and the user's calls for each hit.
/// <para>
/// Hits are ranked among the rows of one reading. So where the longest word of the query is on no more rows than that, the ranking is
/// that of all hits, over all pages. Where it is on more, those of the first reading come first, each reading ranked by itself: the
/// rows are in the alphabetical order of the words found. A page may then be short, or empty, and have a continuation. So may one for
/// which a row was dropped, whose user names another listing.
/// </para>
/// </summary>
internal sealed class ColleagueSearch(
    ColleagueIndex index, UserStore users, OrganisationCache organisations, OngoingCallIndex calls, IClock clock)
{
    private const int MaxReadings = 3;
    private const int MaxLookups = 16;

    /// <summary>Rows of a user who does not name their listing are removed at this age: sooner, the user may be about to be written.</summary>
    public static readonly Duration Leftover = Duration.FromHours(1);

    /// <summary>For who wants to transfer a call: everybody but who asks, with whether they talk.</summary>
    public async Task<ColleaguePage> SearchAsync(Person person, ColleagueQuery query, CancellationToken cancellationToken)
    {
        var (users, last) = await FindAsync(person.Organisation, query with { Except = person.Id }, cancellationToken);
        var found = new Colleague[users.Count];
        await EachAsync(users.Count, async (i, cancelled) => found[i] = await WithCallsAsync(users[i], cancelled), cancellationToken);
        return new ColleaguePage(found, last);
    }

    public async Task<(IReadOnlyList<User> Users, SearchPosition? Last)> FindAsync(
        OrganisationId organisation, ColleagueQuery query, CancellationToken cancellationToken)
    {
        var (rows, last) = await FindRowsAsync(organisation, query, cancellationToken);
        var found = new User?[rows.Count];
        await EachAsync(rows.Count, async (i, cancelled) => found[i] = await LookUpAsync(organisation, rows[i], cancelled), cancellationToken);
        return ([.. found.OfType<User>()], last);
    }

    private static Task EachAsync(int count, Func<int, CancellationToken, ValueTask> look, CancellationToken cancellationToken) =>
        Parallel.ForAsync(
            0, count, new ParallelOptions { MaxDegreeOfParallelism = MaxLookups, CancellationToken = cancellationToken }, look);

    private async Task<(List<ListingRow> Rows, SearchPosition? Last)> FindRowsAsync(
        OrganisationId organisation, ColleagueQuery query, CancellationToken cancellationToken)
    {
        var found = new List<ListingRow>();
        var position = query.After;
        for (var reading = 0; reading < MaxReadings; reading++)
        {
            var read = await index.ReadAsync(organisation, query.Beginning, position.Row, cancellationToken);
            var ranked = RankedAfter(position.Rank, read.Rows, query);
            var room = query.Limit - found.Count;
            found.AddRange(ranked.Take(room).Select(each => each.Row));
            if (ranked.Count > room)
            {
                return (found, position with { Rank = ranked[room - 1].Rank });
            }

            if (read.Last is not { } next)
            {
                return (found, null);
            }

            position = new SearchPosition(next, "");
            if (found.Count == query.Limit)
            {
                break;
            }
        }

        return (found, position);
    }

    private static List<(string Rank, ListingRow Row)> RankedAfter(string rank, IEnumerable<ListingRow> rows, ColleagueQuery query) =>
    [
        .. rows
            .Where(row => row.Listing.User != query.Except)
            .Select(row => (Rank: Ranking.Of(row.Listing, query.Words)!, Row: row))
            .Where(each => each.Rank is not null
                && string.CompareOrdinal(each.Rank, rank) > 0
                && Ranking.IsFirst(each.Row, query.Beginning))
            .OrderBy(each => each.Rank, StringComparer.Ordinal),
    ];

    /// <returns>Null: the row is not true, or not any more.</returns>
    private async Task<User?> LookUpAsync(OrganisationId organisation, ListingRow row, CancellationToken cancellationToken)
    {
        var found = await users.FindAsync(organisation, row.Listing.User, cancellationToken);
        if (found is not null && found.Listing == row.Listing.Id)
        {
            return await organisations.WithHolidaysAsync(found.User, cancellationToken);
        }

        if (clock.GetCurrentInstant() - row.Since > Leftover)
        {
            await index.RemoveAsync(organisation, row.Key, cancellationToken);
        }

        return null;
    }

    private async Task<Colleague> WithCallsAsync(User user, CancellationToken cancellationToken)
    {
        var ongoing = await calls.OfAsync(user.Organisation, user.Id, cancellationToken);
        return new Colleague(user, ongoing.Any(call => call.Phase is not (Phase.Ending or Phase.Ended)));
    }
}
