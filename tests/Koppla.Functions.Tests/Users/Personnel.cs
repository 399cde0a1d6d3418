using Koppla.Functions.Audit;
using Koppla.Functions.Colleagues;
using Koppla.Functions.Numbers;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Functions.Tests.Storage;
using Koppla.Functions.Users;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using NodaTime;
using NodaTime.Testing;

namespace Koppla.Functions.Tests.Users;

/// <summary>Anna with two numbers, a reserved number, and what changes them, on tables in memory; a process of it can die.</summary>
internal sealed class Personnel
{
    private static readonly User Anna = new(
        Exchange.Anna,
        Exchange.Owner,
        "Anna Berg",
        [Numbers.Fixed, Numbers.Mobile],
        Language.Swedish,
        CallHandling.Always(DefaultProfiles.All[0]));

    private static readonly AssignedNumber Holder = new(Exchange.Owner, Exchange.Anna);

    private readonly FakeClock clock = new(TestCall.Now);
    private readonly UserStore users;
    private readonly NumberStore numbers;
    private readonly ChangeJournal journal;
    private readonly NumberChange change;
    private readonly UserRemoval removal;
    private readonly JournalRecovery recovery;

    private Personnel()
    {
        var tables = new Tables(Storage.Service);
        users = new UserStore(tables, new ColleagueIndex(tables, new SecretSource()));
        var listing = new NumberListing(tables, new NumberBlocks(tables));
        numbers = new NumberStore(tables, listing);
        var log = new AuditLog(tables);
        var publisher = Substitute.For<IChangePublisher>();
        publisher.SelectAsync(default!, default).ReturnsForAnyArgs((Publication?)null);
        var telling = new ChangeTelling(tables, log, publisher);
        var following = new FollowingChanges(tables, telling);
        var release = new NumberRelease(numbers, listing, users, following);
        var held = new HeldNumbers(listing, numbers);
        IChangeFollowUp[] followUps =
            [new NumberFollowUp(listing, new UserNumbers(numbers, users, release, following)), new RemovedUserFollowUp(held, release)];
        journal = new ChangeJournal(tables, telling, followUps, new SecretSource(), clock, NullLogger<ChangeJournal>.Instance);
        change = new NumberChange(numbers, journal);
        var route = new UserRoute(users, new OrganisationCache(new OrganisationStore(tables), clock));
        removal = new UserRemoval(route, users, held, new UserMentions(users), journal);
        recovery = new JournalRecovery(tables, journal, log, clock, NullLogger<JournalRecovery>.Instance);
    }

    public FakeStorage Storage { get; } = new();

    public bool AnnaExists => Storage.In("users").Any();

    public IEnumerable<NumberEntry> Entries => Storage.In("numbers").Select(NumberMapping.FromEntity);

    public static async Task<Personnel> CreateAsync()
    {
        var personnel = new Personnel();
        await personnel.users.WriteAsync(Anna, CancellationToken.None);
        foreach (var number in Anna.Numbers)
        {
            await personnel.numbers.WriteAsync(number, Holder, CancellationToken.None);
        }

        await personnel.numbers.WriteAsync(Numbers.Reserved, new ReservedNumber(Exchange.Owner, null), CancellationToken.None);
        return personnel;
    }

    public async Task RemoveAnnaAsync()
    {
        var terms = await ChangeTerms.BindAsync(new DefaultHttpContext());
        await removal.RemoveAsync(new Person(Exchange.Owner, new(Guid.NewGuid()), true), Exchange.Anna.ToString(), terms!, CancellationToken.None);
    }

    /// <summary>Under the same id, without numbers.</summary>
    public async Task CreateAnnaAnewAsync()
    {
        var anew = Anna with { Numbers = [] };
        var created = journal.Draft(
            anew.Organisation, new Author(null, null), "user-created", AuditedObject.Of(anew.Id), null, UserMapping.SnapshotOf(anew), null);
        await journal.MakeAsync(created, cancellation => users.TryAddAsync(anew, null, created.Id, cancellation), CancellationToken.None);
    }

    public void Wait() => clock.Advance(Duration.FromSeconds(10));

    public async Task AssignReservedAsync()
    {
        var stored = await numbers.ReadAsync(Numbers.Reserved, CancellationToken.None);
        await change.TryAsync(new FoundNumber(Numbers.Reserved, stored!), Holder, "assigned", new Author(null, null), CancellationToken.None);
    }

    /// <param name="operation">The one at which the process dies; after it, none is made.</param>
    /// <param name="isLost">It is made, and its answer is lost.</param>
    /// <returns>Whether it died.</returns>
    public async Task<bool> DyingAsync(int operation, bool isLost, Func<Task> work)
    {
        var count = -1;
        Storage.Before = _ => Die(isLost ? Volatile.Read(ref count) >= operation : Interlocked.Increment(ref count) >= operation);
        Storage.After = _ => Die(isLost && Interlocked.Increment(ref count) >= operation);
        try
        {
            await work();
        }
        catch (Exception gone) when (StorageFailure.Is(gone))
        {
            // As far as anybody can tell.
        }

        Storage.Before = Storage.After = _ => { };
        return count >= operation;
    }

    public async Task RecoverAsync()
    {
        clock.Advance(Duration.FromMinutes(5));
        await recovery.RunAsync(CancellationToken.None);
    }

    /// <summary>Nobody is left with anything of somebody who is gone, the lists say what is, and the log tells an unbroken story.</summary>
    public async Task CheckAsync()
    {
        var anna = await users.FindAsync(Exchange.Owner, Exchange.Anna, CancellationToken.None);
        var held = Storage.In("numbers").Where(row => NumberMapping.FromEntity(row) is AssignedNumber).Select(row => $"+{row.PartitionKey}");
        Assert.Equal(
            (anna?.User.Numbers ?? []).Select(number => number.E164).Order(StringComparer.Ordinal), held.Order(StringComparer.Ordinal));
        Assert.All(Entries.OfType<ReservedNumber>(), number => Assert.Null(number.Forwarding));
        Assert.Equal(
            Storage.In("numbers").OrderBy(row => row.PartitionKey, StringComparer.Ordinal).Select(NumberMapping.FromEntity),
            Storage.In("numberindex").OrderBy(row => row.RowKey, StringComparer.Ordinal).Select(NumberMapping.FromEntity));
        Assert.Empty(Storage.In("journal"));
        foreach (var ofOne in Told().GroupBy(each => each.Object))
        {
            Api.AuditTrail.Chained([.. ofOne]);
        }
    }

    public IEnumerable<Change> Told() => Storage.In("audit")
        .Where(row => row.RowKey.StartsWith(AuditKeys.ByTime, StringComparison.Ordinal))
        .Select(ChangeMapping.FromRow);

    private static void Die(bool now)
    {
        if (now)
        {
            throw new IOException("The process is gone.");
        }
    }
}
