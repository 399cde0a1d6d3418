using System.Collections.Immutable;
using Koppla.Functions.Api;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.Users;
using Koppla.Routing;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Bulk;

/// <summary>Makes the same change of many users, each for itself: what is refused for one does not stop the others.</summary>
internal sealed class BulkChange(UserChange change)
{
    /// <summary>Users changed at the same time.</summary>
    private const int Parallel = 8;

    public async Task<BulkBody> ApplyAsync(
        Person person,
        ImmutableArray<UserId> users,
        ChangeTerms terms,
        string request,
        Func<User, UserEdit> edit,
        CancellationToken cancellationToken)
    {
        var items = new BulkItemBody[users.Length];
        await System.Threading.Tasks.Parallel.ForEachAsync(
            Enumerable.Range(0, users.Length),
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (i, cancellation) => items[i] = await ApplyAsync(person, users[i], terms, request, edit, cancellation));
        return new BulkBody(items);
    }

    private async Task<BulkItemBody> ApplyAsync(
        Person person, UserId user, ChangeTerms terms, string request, Func<User, UserEdit> edit, CancellationToken cancellationToken)
    {
        try
        {
            var (changed, problem) = await change.ApplyAsync(person, user.ToString(), terms, request, edit, cancellationToken);
            return BulkItemBody.Of(user, changed, problem);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && StorageFailure.Is(failure))
        {
            return BulkItemBody.Of(user, null, Problems.StorageUnavailable);
        }
    }
}
