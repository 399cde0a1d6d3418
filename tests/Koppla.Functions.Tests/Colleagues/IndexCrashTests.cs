using Koppla.Functions.Colleagues;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Functions.Tests.Storage;
using Koppla.Functions.Users;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;

namespace Koppla.Functions.Tests.Colleagues;

/// <summary>A writer that dies before or after any of its operations: the user that is stored has all rows of its listing.</summary>
public sealed class IndexCrashTests
{
    private const int MoreThanThereAre = 60;

    private static readonly User Anna = new(
        Exchange.Anna, Exchange.Owner, "Anna Berg", [Numbers.Fixed], Language.Swedish, CallHandling.Always(DefaultProfiles.All[0]));

    private static readonly User Changed = Anna with { Name = "Anna-Karin Ek", Department = "Ekonomi", Numbers = [Numbers.Mobile] };

    [Fact]
    public async Task A_user_is_never_without_a_row_wherever_a_new_writing_ends()
    {
        for (var operation = 0; operation < MoreThanThereAre; operation++)
        {
            await CheckAsync(operation, isLost: false, store => store.WriteAsync(Changed, CancellationToken.None));
            await CheckAsync(operation, isLost: true, store => store.WriteAsync(Changed, CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_user_is_never_without_a_row_wherever_a_change_ends()
    {
        for (var operation = 0; operation < MoreThanThereAre; operation++)
        {
            await CheckAsync(operation, isLost: false, ChangeAsync);
            await CheckAsync(operation, isLost: true, ChangeAsync);
        }

        static async Task ChangeAsync(UserStore store)
        {
            var found = await store.FindAsync(Anna.Organisation, Anna.Id, CancellationToken.None);
            await store.TryChangeAsync(found!, Changed, [], change: null, CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_writing_that_ends_well_leaves_no_other_rows()
    {
        var storage = new FakeStorage();
        var store = StoreOn(storage);
        await store.WriteAsync(Anna, CancellationToken.None);

        await store.WriteAsync(Changed, CancellationToken.None);

        Assert.Equal(RowsOf(Changed, storage), storage.In("colleagueindex").Select(row => row.RowKey).Order(StringComparer.Ordinal));
    }

    /// <param name="operation">The one at which the writer dies.</param>
    /// <param name="isLost">It is made, and its answer is lost.</param>
    private static async Task CheckAsync(int operation, bool isLost, Func<UserStore, Task> write)
    {
        var storage = new FakeStorage();
        var store = StoreOn(storage);
        await store.WriteAsync(Anna, CancellationToken.None);
        var count = -1;
        storage.Before = _ => Die(++count == operation && !isLost);
        storage.After = _ => Die(count >= operation && isLost);
        try
        {
            await write(store);
        }
        catch (IOException)
        {
            // The writer has died.
        }

        var user = UserMapping.FromEntity(Anna.Organisation, Anna.Id, Assert.Single(storage.In("users")));
        Assert.Superset(RowsOf(user, storage).ToHashSet(StringComparer.Ordinal), storage.In("colleagueindex").Select(row => row.RowKey).ToHashSet(StringComparer.Ordinal));
    }

    private static void Die(bool now)
    {
        if (now)
        {
            throw new IOException("The process is gone.");
        }
    }

    private static UserStore StoreOn(FakeStorage storage)
    {
        var tables = new Tables(storage.Service);
        return new UserStore(tables, new ColleagueIndex(tables, new SecretSource()));
    }

    private static IEnumerable<string> RowsOf(User user, FakeStorage storage)
    {
        var listing = Listing.Of(user, Assert.Single(storage.In("users")).TextOrNull("Listing")!);
        return listing.Terms.Select(term => ListingRow.KeyOf(listing, term)).Order(StringComparer.Ordinal);
    }
}
