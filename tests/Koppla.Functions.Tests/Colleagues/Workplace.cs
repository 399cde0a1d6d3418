using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Koppla.Functions.Colleagues;
using Koppla.Functions.OngoingCalls;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Tests.Api;
using Koppla.Functions.Users;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using NodaTime;
using NodaTime.Testing;

namespace Koppla.Functions.Tests.Colleagues;

/// <summary>An organisation of a test's own, and somebody there who looks for colleagues.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly Tenant tenant;

    private Workplace(ApiFixture fixture, Tenant tenant)
    {
        this.tenant = tenant;
        Tables = new Tables(StorageServices.CreateClient(new StorageOptions { ConnectionString = fixture.ConnectionString }));
        Index = new ColleagueIndex(Tables, new SecretSource());
        Users = new UserStore(Tables, Index);
        Calls = new SupervisedCallStore(Tables);
        Ongoing = new OngoingCallIndex(Tables, Calls);
        Searcher = new UserId(Guid.NewGuid());
        Api = new ApiClient(fixture, tenant.Id, Searcher.Value, Policies.UserRole);
    }

    public OrganisationId Organisation => tenant.Id;

    public Tables Tables { get; }

    public ColleagueIndex Index { get; }

    public UserStore Users { get; }

    public SupervisedCallStore Calls { get; }

    public OngoingCallIndex Ongoing { get; }

    public UserId Searcher { get; }

    public ApiClient Api { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Workplace> CreateAsync(ApiFixture fixture, params string[] names)
    {
        var colleagues = new Workplace(fixture, await Tenant.CreateAsync(fixture));
        foreach (var name in names)
        {
            await colleagues.AddAsync(name);
        }

        return colleagues;
    }

    public User Person(string name, string? department = null, params string[] numbers) => new(
        new UserId(Guid.NewGuid()),
        Organisation,
        name,
        [.. numbers.Select(Numbers.Of)],
        Language.Swedish,
        CallHandling.Always(DefaultProfiles.All[0]) with { Profiles = DefaultProfiles.All })
    {
        Department = department,
    };

    public async Task<User> AddAsync(string name, string? department = null, params string[] numbers)
    {
        var user = Person(name, department, numbers);
        await Users.WriteAsync(user, Cancellation);
        return user;
    }

    /// <summary>Many at once, as their writing one by one would leave them.</summary>
    public async Task AddAsync(IEnumerable<User> users)
    {
        var listed = users.Select(user => (User: user, Listing: Listing.Of(user, Guid.NewGuid().ToString("N")))).ToArray();
        await SubmitAsync(Tables.ColleagueIndex, listed.SelectMany(
            each => each.Listing.Terms.Select(term => ListingRow.ToEntity(Organisation, each.Listing, term))));
        await SubmitAsync(Tables.Users, listed.Select(each => UserMapping.ToEntity(each.User, each.Listing.Id, [], change: null)));
    }

    public async Task<JsonObject> FindAsync(string query, string more = "") =>
        await Api.GetAsync($"colleagues?q={Uri.EscapeDataString(query)}{more}").JsonAsync();

    public async Task<string[]> NamesAsync(string query) => NamesOf(await FindAsync(query));

    /// <summary>Page after page, until there is none.</summary>
    public async Task<List<string[]>> PagesAsync(string query, int limit)
    {
        var pages = new List<string[]>();
        string? token = "";
        while (token is not null)
        {
            var page = await FindAsync(query, $"&limit={limit}{(token.Length == 0 ? "" : $"&continuation={token}")}");
            pages.Add(NamesOf(page));
            token = page["continuation"]?.GetValue<string>();
        }

        return pages;
    }

    /// <summary>The search itself, at another time.</summary>
    public async Task<string[]> NamesAtAsync(Instant now, string query)
    {
        var search = new ColleagueSearch(Index, Users, Ongoing, new FakeClock(now));
        var asked = new ColleagueQuery(QueryWords.Of(query), 20, SearchPosition.Start);
        var page = await search.SearchAsync(new Person(Organisation, Searcher, false), asked, Cancellation);
        return [.. page.Items.Select(each => each.User.Name)];
    }

    /// <summary>The keys of all rows of the index.</summary>
    public async Task<string[]> KeysAsync()
    {
        var partition = Organisation.ToString();
        var keys = new List<string>();
        await foreach (var row in Tables.ColleagueIndex.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: Cancellation))
        {
            keys.Add(row.RowKey);
        }

        return [.. keys];
    }

    public void Dispose()
    {
        Api.Dispose();
        tenant.Dispose();
    }

    private static string[] NamesOf(JsonObject page) => [.. page["items"]!.AsArray().Select(item => item!["name"]!.GetValue<string>())];

    private static async Task SubmitAsync(TableClient table, IEnumerable<TableEntity> entities)
    {
        foreach (var batch in entities.Chunk(100))
        {
            await table.SubmitTransactionAsync(
                batch.Select(entity => new TableTransactionAction(TableTransactionActionType.Add, entity)), Cancellation);
        }
    }
}
