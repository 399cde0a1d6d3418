using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Koppla.Standins.FunctionsWorker.Application;

/// <summary>
/// The built app. What a person can put right (a mistake in a function, a taken port) ends the start with one log line a mistake and exit
/// code 1 instead of a stack trace; the host is then stopping before it has run.
/// </summary>
internal sealed class FunctionsHost(WebApplication app) : IHost, IAsyncDisposable
{
    private bool hasStarted;

    public IServiceProvider Services => app.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        var table = Services.GetRequiredService<FunctionTable>();
        var logger = Services.GetRequiredService<ILogger<FunctionsHost>>();
        foreach (var (function, reason) in table.InError)
        {
            HostLog.FunctionInError(logger, function, reason);
        }

        var problems = table.Problems.Count > 0 ? table.Problems : TakenPorts.Among(app.Configuration["urls"]);
        if (problems.Count > 0)
        {
            GiveUp(problems, logger);
            return;
        }

        hasStarted = true;
        await app.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => hasStarted ? app.StopAsync(cancellationToken) : Task.CompletedTask;

    public void Dispose() => ((IDisposable)app).Dispose();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void GiveUp(IReadOnlyList<string> problems, ILogger logger)
    {
        foreach (var problem in problems)
        {
            HostLog.CannotStart(logger, problem);
        }

        Environment.ExitCode = 1;
        Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
    }
}
