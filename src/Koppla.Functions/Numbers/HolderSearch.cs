using Koppla.Functions.Colleagues;
using Koppla.Routing;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Numbers;

/// <summary>Finds numbers by who holds them: the users that the words find, best first, each with all numbers.</summary>
internal sealed class HolderSearch(ColleagueSearch search, NumberStore numbers)
{
    /// <param name="query">Its limit is one of holders.</param>
    /// <returns>The numbers, and where the next page begins; null: this is the last.</returns>
    public async Task<(IReadOnlyList<NumberBody> Items, string? Next)> FindAsync(
        OrganisationId organisation, ColleagueQuery query, NumberFilter filter, CancellationToken cancellationToken)
    {
        var (users, last) = await search.FindAsync(organisation, query, cancellationToken);
        var items = new List<NumberBody>();
        foreach (var user in users)
        {
            var held = new AssignedNumber(organisation, user.Id);
            foreach (var number in user.Numbers.Where(number => filter.LetsAssigned(number)))
            {
                // What the user lists is a copy; the number says whose it is.
                if (await numbers.ReadAsync(number, cancellationToken) is { } stored && stored.Value == held)
                {
                    items.Add(NumberBody.Of(number, held, user.Name));
                }
            }
        }

        return (items, last?.ToString());
    }
}
