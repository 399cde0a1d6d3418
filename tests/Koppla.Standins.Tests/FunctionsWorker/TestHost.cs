using System.Net;
using Koppla.Standins.FunctionsWorker.Application;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Koppla.Standins.Tests.FunctionsWorker;

/// <summary>A function app on a free port of 127.0.0.1, with its own directory and known keys.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    public const string MasterKey = "the-master-key";
    public const string HostKey = "the-host-key";
    public const string EventGridKey = "the-event-grid-key";

    private readonly string directory;

    private TestHost(IHost host, CapturedLog log, string directory)
    {
        Host = host;
        Log = log;
        this.directory = directory;
    }

    public IHost Host { get; }

    public CapturedLog Log { get; }

    public HttpClient Client { get; } = new() { Timeout = TimeSpan.FromSeconds(30) };

    public static Task<TestHost> StartAsync(params Type[] functions) => StartAsync(new TestApp { Functions = functions });

    public static async Task<TestHost> StartAsync(TestApp app)
    {
        var place = Directory.CreateTempSubdirectory("functions-").FullName;
        await WriteAsync(place, "host.json", app.HostJson);
        await WriteAsync(place, "local.settings.json", app.LocalSettings);
        var log = new CapturedLog();
        string[] args =
        [
            "--urls=http://127.0.0.1:0", $"--StandinHost:MasterKey={MasterKey}", $"--StandinHost:HostKey={HostKey}",
            $"--StandinHost:EventGridKey={EventGridKey}", .. app.Args,
        ];
        var builder = new FunctionsApplicationBuilder(args, place) { FunctionTypes = app.Functions };
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders().AddProvider(log);
        app.Configure(builder);
        var host = new TestHost(builder.Build(), log, place);
        await host.Host.StartAsync(TestContext.Current.CancellationToken);
        if (host.Address is { } address)
        {
            host.Client.BaseAddress = new Uri(address);
        }

        return host;
    }

    /// <summary>Null if the host did not start.</summary>
    public string? Address => Host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();

    public IReadOnlyList<string> Problems => Host.Services.GetRequiredService<FunctionTable>().Problems;

    public Task<HttpResponseMessage> SendAsync(string method, string path, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public async Task<string> GetTextAsync(string path)
    {
        using var response = await SendAsync("GET", path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async Task<HttpStatusCode> StatusAsync(string method, string path, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(method, path, body: null, headers);
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)Host).DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    private static Task WriteAsync(string place, string name, string? text) =>
        text is null ? Task.CompletedTask : File.WriteAllTextAsync(Path.Combine(place, name), text, TestContext.Current.CancellationToken);
}
