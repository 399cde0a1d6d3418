using System.Collections.Concurrent;
using Koppla.Functions.Users;
using Koppla.Routing;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers;

/// <summary>Tells who holds numbers, by name.</summary>
internal sealed class Holders(UserStore users)
{
    private const int ParallelReads = 16;

    public async Task<IReadOnlyList<NumberBody>> NameAsync(
        OrganisationId organisation, IReadOnlyList<ListedNumber> numbers, CancellationToken cancellationToken)
    {
        var names = new ConcurrentDictionary<UserId, string?>();
        await Parallel.ForEachAsync(
            numbers.Select(each => each.Entry).OfType<AssignedNumber>().Select(each => each.User).Distinct(),
            new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken },
            async (user, cancellation) => names[user] = await NameOfAsync(organisation, user, cancellation));
        return [.. numbers.Select(each => NumberBody.Of(
            each.Number, each.Entry, each.Entry is AssignedNumber assigned ? names[assigned.User] : null))];
    }

    public async Task<NumberBody> NameAsync(PhoneNumber number, NumberEntry entry, CancellationToken cancellationToken) =>
        (await NameAsync(NumberMapping.OrganisationOf(entry), [new ListedNumber(number, entry)], cancellationToken))[0];

    private async ValueTask<string?> NameOfAsync(OrganisationId organisation, UserId user, CancellationToken cancellationToken) =>
        (await users.ReadAsync(organisation, user, cancellationToken))?.Value.Name;
}
