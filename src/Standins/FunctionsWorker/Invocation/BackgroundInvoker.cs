using Koppla.Standins.FunctionsWorker.Application;
using Koppla.Standins.FunctionsWorker.Functions;
using Koppla.Standins.FunctionsWorker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Koppla.Standins.FunctionsWorker.Invocation;

/// <summary>Runs functions that nobody waits for over HTTP: timers and events.</summary>
internal sealed class BackgroundInvoker(
    IServiceScopeFactory scopes, FunctionPipeline pipeline, ShutdownDeadline shutdown, ILogger<BackgroundInvoker> logger)
{
    /// <summary>True if the function ended without an exception; an exception is logged.</summary>
    public async Task<bool> TryRunAsync(Function function, object trigger)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = new ScopedInvocationContext(function, trigger, scope.ServiceProvider, shutdown.Token);
        try
        {
            await pipeline.Run(context);
            return true;
        }
        catch (Exception exception) // whatever the function threw: the host must outlive it
        {
            HostLog.FunctionFailed(logger, exception, function.Name, context.InvocationId);
            return false;
        }
    }
}
