using Azure.Data.Tables;
using Koppla.Functions.Audit;
using Koppla.Functions.ChangeEvents;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Functions.Tests.Storage;
using Koppla.Routing;
using Koppla.Routing.Numbers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Testing;

namespace Koppla.Functions.Tests.ChangeEvents;

/// <summary>Processes over the same tables in memory, their clock, and a webhook with its receiver.</summary>
internal sealed class EventStage : IAsyncDisposable
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    public const string Registration = "first";
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 9, 0);

    private readonly FakeClock clock = new(Start);
    private readonly FakeTimeProvider time = new(Start.ToDateTimeOffset());
    private readonly List<ServiceProvider> processes = [];

    private EventStage(Receiver receiver) => Receiver = receiver;

    public FakeStorage Storage { get; } = new();

    public Receiver Receiver { get; }

    public Webhook Webhook => new(Registration, Receiver.Url, Enabled: true, Secret, Start, []);

    /// <summary>The ids of what is in the journal.</summary>
    public IEnumerable<string> Journal => Storage.In("journal").Select(row => row.RowKey);

    /// <summary>Those in the journal, with when they are sent again.</summary>
    public JournalRow Outstanding => JournalRow.FromEntity(Assert.Single(Storage.In("journal")));

    public IEnumerable<string> Dead => Storage.In("deadletters").Select(row => row.RowKey);

    public Webhook Stored => WebhookMapping.FromEntity(Assert.Single(Storage.In("organisations")));

    /// <summary>With one process and an enabled webhook.</summary>
    public static async Task<EventStage> OpenAsync()
    {
        var stage = new EventStage(await Receiver.StartAsync());
        stage.Put(stage.Webhook);
        stage.StartProcess();
        return stage;
    }

    public void Put(Webhook webhook, OrganisationId? organisation = null) =>
        Storage.Put("organisations", WebhookMapping.ToEntity(organisation ?? Exchange.Owner, webhook, "before"));

    /// <summary>The one that has been started last does what is done from now on.</summary>
    public void StartProcess(bool allowLoopback = true)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            [new("Webhooks:AllowLoopback", allowLoopback ? "true" : "false")]).Build();
        processes.Add(new ServiceCollection()
            .AddLogging()
            .AddSingleton(Storage.Service)
            .AddSingleton<Tables>()
            .AddSingleton<IClock>(clock)
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<ISecretSource, SecretSource>()
            .AddOrganisations()
            .AddAudit()
            .AddChangeEvents(settings)
            .BuildServiceProvider());
    }

    public T Get<T>()
        where T : notnull => processes[^1].GetRequiredService<T>();

    public void Pass(Duration duration)
    {
        clock.Advance(duration);
        time.Advance(duration.ToTimeSpan());
    }

    /// <summary>The forwarding of a number is changed.</summary>
    public Task<Change> ChangeAsync(OrganisationId? organisation = null) => ChangeAsync(Numbers.Reserved, organisation);

    public async Task<Change> ChangeAsync(PhoneNumber number, OrganisationId? organisation = null, string action = "forwarding-set")
    {
        var journal = Get<ChangeJournal>();
        var change = journal.Draft(
            organisation ?? Exchange.Owner,
            new Author(Exchange.Anna, "198.51.100.7"),
            action,
            AuditedObject.Of(number),
            """{"state":"reserved"}""",
            """{"state":"reserved","destination":"+46701740660"}""",
            predecessor: null);
        await journal.MakeAsync(change, cancellation => MakeAsync(number, change.Id, cancellation), CancellationToken.None);
        return change;
    }

    /// <summary>What the timer does.</summary>
    public Task DeliverAsync() => Get<IEventDelivery>().RunAsync(CancellationToken.None);

    public Task RecoverAsync() => Get<IJournalRecovery>().RunAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
        {
            await process.DisposeAsync();
        }

        await Receiver.DisposeAsync();
    }

    private async Task<Azure.ETag?> MakeAsync(PhoneNumber number, string change, CancellationToken cancellationToken)
    {
        var table = Get<Tables>().Numbers;
        var entity = new TableEntity(number.Digits, "number") { [CarriedChange.Property] = change };
        await table.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellationToken);
        return Azure.ETag.All;
    }
}
