using Koppla.Functions.Tests.Api;
using Koppla.Local.Azurite;
using Koppla.Local.Stack;

[assembly: AssemblyFixture(typeof(ApiFixture))]

namespace Koppla.Functions.Tests.Api;

/// <summary>One Azurite, one token issuer and one app for all tests of the API; every test has an organisation of its own.</summary>
public sealed class ApiFixture : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);

    private AzuriteProcess? azurite;
    private ServedIssuer? issuer;
    private ApiHost? host;
    private int numbers = 1000; // above every number that a test names

    internal Stores Stores { get; private set; } = null!;

    internal ServedIssuer Issuer => issuer!;

    internal ApiHost Host => host!;

    internal string ConnectionString => azurite!.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        using var limit = new CancellationTokenSource(StartLimit);
        azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(), limit.Token);
        Stores = await Stores.OpenAsync(azurite.ConnectionString, limit.Token);
        issuer = await ServedIssuer.StartAsync();
        host = await ApiHost.StartAsync(azurite.ConnectionString, issuer.Tokens);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in new IAsyncDisposable?[] { host, issuer, azurite })
        {
            await (part?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    /// <summary>A number that no other test has, so that tests may run at the same time.</summary>
    internal Routing.Numbers.PhoneNumber NewNumber() => Numbers.Of($"+468465{Interlocked.Increment(ref numbers):D5}");

    internal Routing.Numbers.PhoneNumber NewMobile() => Numbers.Of($"+4670174{Interlocked.Increment(ref numbers):D4}");
}
