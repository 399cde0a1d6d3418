using Koppla.Standins.FunctionsWorker.Functions;
using Koppla.Standins.FunctionsWorker.Http;
using Koppla.Standins.FunctionsWorker.Timers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Koppla.Standins.FunctionsWorker.Application;

/// <summary>
/// The functions as they are served: those that are not switched off by <c>AzureWebJobs.NAME.Disabled</c>, by kind, and what is wrong.
/// </summary>
internal sealed class FunctionTable
{
    private readonly List<string> problems;
    private readonly List<Function> enabled;

    public FunctionTable(HostedApp app, IConfiguration settings, ParameterPolicyFactory policies)
    {
        problems = [.. app.Catalog.Problems];
        enabled = [.. app.Catalog.Functions.Where(function => !HostSettings.IsTrue(settings, $"AzureWebJobs.{function.Name}.Disabled"))];
        var routes = HttpRoutes.Of(Triggered<HttpTriggerAttribute>(), app.RoutePrefix, policies);
        problems.AddRange(routes.Problems);
        Http = routes.Routes;
        InError = routes.InError;
        EventGrid = [.. Triggered<EventGridTriggerAttribute>()];
        Timers = [.. Triggered<TimerTriggerAttribute>().Select(function => Schedule(function, settings)).OfType<ScheduledFunction>()];
        problems.AddRange(EventGrid
            .Where(function => ((EventGridTriggerAttribute)function.Trigger).IsBatched)
            .Select(function => $"Function '{function.Name}': IsBatched is not supported."));
        if (!app.HasHttp && Http.Count > 0)
        {
            problems.Add("HTTP functions need builder.ConfigureFunctionsWebApplication().");
        }
    }

    public IReadOnlyList<HttpRoute> Http { get; }

    public IReadOnlyList<Function> EventGrid { get; }

    public IReadOnlyList<ScheduledFunction> Timers { get; }

    /// <summary>Functions that are not served while the rest is.</summary>
    public IReadOnlyList<(string Function, string Reason)> InError { get; }

    /// <summary>Mistakes that must stop the start.</summary>
    public IReadOnlyList<string> Problems => problems;

    public bool Has(string name) => enabled.Exists(function => string.Equals(function.Name, name, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<Function> Triggered<T>() => enabled.Where(function => function.Trigger is T);

    private ScheduledFunction? Schedule(Function function, IConfiguration settings)
    {
        var text = ((TimerTriggerAttribute)function.Trigger).Schedule;
        if (TimerSchedule.Parse(text, settings, out var problem) is { } schedule)
        {
            return new(function, schedule);
        }

        problems.Add($"Function '{function.Name}': {problem}.");
        return null;
    }
}
