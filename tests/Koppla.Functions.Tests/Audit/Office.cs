using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Koppla.Functions.Audit;
using Koppla.Functions.ChangeEvents;
using Koppla.Functions.Colleagues;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Insight;
using Koppla.Functions.Numbers;
using Koppla.Functions.OngoingCalls;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.Tests.Api;
using Koppla.Functions.Users;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace Koppla.Functions.Tests.Audit;

/// <summary>An organisation on Azurite, and processes that change it.</summary>
internal sealed class Office(ApiFixture fixture) : IDisposable
{
    public static readonly Author By = new(new UserId(Guid.NewGuid()), "192.0.2.7");

    private readonly List<ServiceProvider> processes = [];

    public OrganisationId Id { get; } = new(Guid.NewGuid());

    public UserId User { get; } = new(Guid.NewGuid());

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 24, 9, 0));

    public async Task OpenAsync()
    {
        await fixture.Stores.Organisations.WriteAsync(
            new Organisation(Id, "Exempelbolaget AB", false, AllowedCountries.Default, null), Cancellation);
        await fixture.Stores.Users.WriteAsync(
            new User(User, Id, "Anna Berg", [], Language.Swedish, CallHandling.Always(DefaultProfiles.All[0])), Cancellation);
    }

    public async Task<PhoneNumber> ReservedAsync(PhoneNumber? destination = null)
    {
        var number = fixture.NewNumber();
        await fixture.Stores.Numbers.WriteAsync(
            number, new ReservedNumber(Id, destination is null ? null : new Forwarding(destination, true)), Cancellation);
        return number;
    }

    public Task<Stored<NumberEntry>?> ReadAsync(PhoneNumber number) => fixture.Stores.Numbers.ReadAsync(number, Cancellation);

    public async Task<User?> UserAsync() => (await fixture.Stores.Users.ReadAsync(Id, User, Cancellation))?.Value;

    /// <summary>A process that can die.</summary>
    public IServiceProvider Process(HttpPipelinePolicy? policy = null)
    {
        var options = new TableClientOptions { Retry = { MaxRetries = 0 } };
        if (policy is not null)
        {
            options.AddPolicy(policy, HttpPipelinePosition.PerCall);
        }

        var process = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IClock>(Clock)
            .AddSingleton<ISecretSource, SecretSource>()
            .AddSingleton(new Tables(new TableServiceClient(fixture.ConnectionString, options)))
            .AddSingleton<RoutingDataReader>()
            .AddSingleton<CallRouter>()
            .AddSingleton<OngoingCallIndex>()
            .AddAudit()
            .AddChangeEvents(new ConfigurationBuilder().Build())
            .AddNumbers()
            .AddUsers()
            .AddColleagues()
            .AddOrganisations()
            .AddInsight()
            .BuildServiceProvider();
        processes.Add(process);
        return process;
    }

    public async Task<IReadOnlyList<Change>> LogAsync(AuditedObject about) => await Process()
        .GetRequiredService<AuditLog>()
        .ListAsync(Id, new AuditQuery(about), Cancellation)
        .Where(change => change.Refused is null)
        .ToListAsync(Cancellation);

    public async Task<int> OutstandingAsync() => await Process()
        .GetRequiredService<Tables>().Journal
        .QueryAsync<TableEntity>(row => row.PartitionKey == Id.ToString(), cancellationToken: Cancellation)
        .CountAsync(Cancellation);

    /// <summary>Some minutes later another process looks at what was left.</summary>
    public Task RecoverAsync()
    {
        Clock.Advance(Duration.FromMinutes(3));
        return Process().GetRequiredService<IJournalRecovery>().RunAsync(Cancellation);
    }

    public async Task<ListedNumber?> ListedAsync(PhoneNumber number) => await Process()
        .GetRequiredService<NumberList>()
        .ReadRangeAsync(Id, new NumberFilter(), number.Digits, number.Digits, Cancellation)
        .SingleOrDefaultAsync(Cancellation);

    public async Task<bool> IsFoundAsync(PhoneNumber number) => (await Process()
        .GetRequiredService<NumberSearch>()
        .FindAsync(Id, new NumberPart(number.Digits), new NumberFilter(), null, 10, Cancellation)).Items is [_];

    public void Dispose() => processes.ForEach(process => process.Dispose());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
