using Koppla.Standins.FunctionsWorker.Functions;

namespace Koppla.Standins.FunctionsWorker.Invocation;

/// <summary>An invocation without an HTTP request: its scope is its own.</summary>
internal sealed class ScopedInvocationContext(Function function, object trigger, IServiceProvider services, CancellationToken shutdown)
    : InvocationContext(function, trigger, shutdown)
{
    public override IServiceProvider InstanceServices { get; set; } = services;
}
