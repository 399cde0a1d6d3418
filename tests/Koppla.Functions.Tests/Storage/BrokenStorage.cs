using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Koppla.Functions.Tests.Storage;

/// <summary>A table service on loopback that answers every request as it is told, for the app's own client.</summary>
internal sealed class BrokenStorage : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int requests;

    private BrokenStorage(WebApplication server) => this.server = server;

    /// <summary>Done when the first request has come.</summary>
    public Task Asked => asked.Task;

    public int Requests => requests;

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName=a;AccountKey=c2VjcmV0;TableEndpoint={server.Urls.Single()}/a;";

    public static async Task<BrokenStorage> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var storage = new BrokenStorage(builder.Build());
        storage.server.Run(context =>
        {
            Interlocked.Increment(ref storage.requests);
            storage.asked.TrySetResult();
            return answer(context);
        });
        await storage.server.StartAsync(TestContext.Current.CancellationToken);
        return storage;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
