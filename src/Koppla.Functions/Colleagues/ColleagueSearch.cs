using Koppla.Functions.OngoingCalls;
using Koppla.Functions.Security;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Users;
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
internal sealed class ColleagueSearch(ColleagueIndex index, UserStore users, OngoingCallIndex calls, IClock clock)
{
    private const int MaxReadings = 3;
    private const int MaxLookups = 16;

    /// <summary>Rows of a user who does not name their listing are removed at this age: sooner, the user may be about to be written.</summary>
    public static readonly Duration Leftover = Duration.FromHours(1);

    public async Task<ColleaguePage> SearchAsync(Person person, ColleagueQuery query, CancellationToken cancellationToken)
    {
        var (rows, last) = await FindAsync(person, query, cancellationToken);
        var found = new Colleague?[rows.Count];
        await Parallel.ForAsync(
            0,
            rows.Count,
            new ParallelOptions { MaxDegreeOfParallelism = MaxLookups, CancellationToken = cancellationToken },
            async (i, cancelled) => found[i] = await LookUpAsync(person, rows[i], cancelled));
        return new ColleaguePage([.. found.OfType<Colleague>()], last);
    }

    private async Task<(List<ListingRow> Rows, SearchPosition? Last)> FindAsync(
        Person person, ColleagueQuery query, CancellationToken cancellationToken)
    {
        var found = new List<ListingRow>();
        var position = query.After;
        for (var reading = 0; reading < MaxReadings; reading++)
        {
            var read = await index.ReadAsync(person.Organisation, query.Beginning, position.Row, cancellationToken);
            var ranked = RankedAfter(position.Rank, read.Rows, person, query);
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

    private static List<(string Rank, ListingRow Row)> RankedAfter(
        string rank, IEnumerable<ListingRow> rows, Person person, ColleagueQuery query) =>
    [
        .. rows
            .Where(row => row.Listing.User != person.Id)
            .Select(row => (Rank: Ranking.Of(row.Listing, query.Words)!, Row: row))
            .Where(each => each.Rank is not null
                && string.CompareOrdinal(each.Rank, rank) > 0
                && Ranking.IsFirst(each.Row, query.Beginning))
            .OrderBy(each => each.Rank, StringComparer.Ordinal),
    ];

    /// <returns>Null: the row is not true, or not any more.</returns>
    private async Task<Colleague?> LookUpAsync(Person person, ListingRow row, CancellationToken cancellationToken)
    {
        var found = await users.FindAsync(person.Organisation, row.Listing.User, cancellationToken);
        if (found is not null && found.Listing == row.Listing.Id)
        {
            var ongoing = await calls.OfAsync(person.Organisation, found.User.Id, cancellationToken);
            return new Colleague(found.User, ongoing.Any(call => call.Phase is not (Phase.Ending or Phase.Ended)));
        }

        if (clock.GetCurrentInstant() - row.Since > Leftover)
        {
            await index.RemoveAsync(person.Organisation, row.Key, cancellationToken);
        }

        return null;
    }
}
