using System.Collections.Immutable;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers;

/// <summary>The numbers of a user. Each number says itself whose it is; the user's own list and the organisation's tell which to look at.</summary>
internal sealed class HeldNumbers(NumberListing listing, NumberStore numbers)
{
    public async Task<IReadOnlyList<PhoneNumber>> OfAsync(User user, CancellationToken cancellationToken)
    {
        var holder = new AssignedNumber(user.Organisation, user.Id);
        var held = new List<PhoneNumber>();
        foreach (var number in await CandidatesAsync(user, cancellationToken))
        {
            if ((await numbers.ReadAsync(number, cancellationToken))?.Value is AssignedNumber now && now == holder)
            {
                held.Add(number);
            }
        }

        return held;
    }

    /// <summary>All that may be the user's, in numerical order.</summary>
    public async Task<ImmutableArray<PhoneNumber>> CandidatesAsync(User user, CancellationToken cancellationToken)
    {
        var listed = await listing.HeldByAsync(user.Organisation, user.Id, cancellationToken).ToListAsync(cancellationToken);
        return [.. listed.Union(user.Numbers).OrderBy(number => number.Digits, StringComparer.Ordinal)];
    }
}
