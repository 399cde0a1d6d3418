using Koppla.Functions.Destinations;
using Koppla.Functions.Storage;
using Koppla.Functions.Tests.Api;
using Koppla.Routing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Koppla.Functions.Tests.Destinations;

/// <summary>What an instance of the app knows of the calls that rules have sent outside.</summary>
internal sealed class CountingInstance : IDisposable
{
    private readonly ForwardCounterRefresh refresh;

    public CountingInstance(ApiFixture fixture, IClock clock)
    {
        Tables = new Tables(StorageServices.CreateClient(new StorageOptions { ConnectionString = fixture.ConnectionString }));
        Counter = new ForwardCounter(clock);
        refresh = new ForwardCounterRefresh(
            Counter, new ForwardRecords(Tables), clock, new FakeTimeProvider(clock.GetCurrentInstant().ToDateTimeOffset()), NullLogger<ForwardCounterRefresh>.Instance);
    }

    public Tables Tables { get; }

    public ForwardCounter Counter { get; }

    /// <summary>One look at what is stored.</summary>
    public Task LookAsync(OrganisationId organisation) => refresh.RefreshAsync([organisation], TestContext.Current.CancellationToken);

    public void Dispose() => refresh.Dispose();
}
