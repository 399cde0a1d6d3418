using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Azure;
using Azure.Data.Tables;
using Koppla.Local.Azurite;
using Koppla.Local.Processes;

namespace Koppla.Simulator.Tests.Azurite;

public sealed class AzuriteProcessTest
{
    [Fact]
    public async Task What_is_written_is_read_back_as_soon_as_it_has_started()
    {
        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(), TestContext.Current.CancellationToken);
        var table = new TableClient(azurite.ConnectionString, "numbers");

        await table.CreateAsync(TestContext.Current.CancellationToken);
        await table.AddEntityAsync(new TableEntity("organisation", "46812340000") { ["Owner"] = "Åsa" }, TestContext.Current.CancellationToken);
        var read = await table.GetEntityAsync<TableEntity>("organisation", "46812340000", cancellationToken: TestContext.Current.CancellationToken);
        var twice = await Assert.ThrowsAsync<RequestFailedException>(() =>
            table.AddEntityAsync(new TableEntity("organisation", "46812340000"), TestContext.Current.CancellationToken));

        Assert.Equal("Åsa", read.Value.GetString("Owner"));
        Assert.Equal(409, twice.Status);
    }

    [Fact]
    public async Task Dispose_leaves_no_process_behind()
    {
        var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(), TestContext.Current.CancellationToken);
        using var process = Process.GetProcessById(azurite.ProcessId);

        await azurite.DisposeAsync();

        Assert.True(process.HasExited);
    }

    [Fact]
    public async Task A_taken_port_is_said_to_be_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var failure = await Assert.ThrowsAsync<LocalStartException>(() =>
            AzuriteProcess.StartAsync(new AzuriteOptions { Port = port }, TestContext.Current.CancellationToken));

        Assert.Equal("port-taken", failure.Name);
        Assert.Contains($"port {port}", failure.Message, StringComparison.Ordinal);
    }
}
