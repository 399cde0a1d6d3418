using Koppla.Standins.FunctionsWorker.Application;
using Koppla.Standins.FunctionsWorker.Keys;
using Koppla.Standins.FunctionsWorker.Timers;
using Microsoft.AspNetCore.Http;

namespace Koppla.Standins.FunctionsWorker.Admin;

/// <summary><c>/admin</c>: all of it behind the master key.</summary>
internal sealed class AdminEndpoints(HostKeys keys, FunctionTable table, TimerService timers)
{
    public const string StatusRoute = "/admin/host/status";
    public const string RunRoute = "/admin/functions/{name}";
    public const string OtherRoute = "/admin/{**rest}";

    public Task AnswerStatusAsync(HttpContext http) =>
        IsOpen(http) ? http.Response.WriteAsJsonAsync(HostStatus.Running, HostStatusJson.Default.HostStatus) : Task.CompletedTask;

    /// <summary>Starts a timer function and does not wait for it. Other functions have URLs of their own: 400.</summary>
    public Task RunFunctionAsync(HttpContext http)
    {
        if (IsOpen(http))
        {
            var name = (string)http.Request.RouteValues["name"]!;
            http.Response.StatusCode = timers.TryRunNow(name) ? StatusCodes.Status202Accepted
                : table.Has(name) ? StatusCodes.Status400BadRequest
                : StatusCodes.Status404NotFound;
        }

        return Task.CompletedTask;
    }

    public Task RefuseAsync(HttpContext http)
    {
        if (IsOpen(http))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Task.CompletedTask;
    }

    private bool IsOpen(HttpContext http)
    {
        http.Response.StatusCode = keys.StatusForAdmin(http.Request);
        return http.Response.StatusCode == StatusCodes.Status200OK;
    }
}
