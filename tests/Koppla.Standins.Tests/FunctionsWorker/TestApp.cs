using Microsoft.Azure.Functions.Worker.Builder;

namespace Koppla.Standins.Tests.FunctionsWorker;

internal sealed record TestApp
{
    public Type[] Functions { get; init; } = [];

    public string[] Args { get; init; } = [];

    public string? HostJson { get; init; }

    public string? LocalSettings { get; init; }

    public Action<FunctionsApplicationBuilder> Configure { get; init; } = _ => { };
}
