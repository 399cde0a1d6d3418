using Microsoft.Azure.Functions.Worker;

namespace Koppla.Standins.FunctionsWorker.Invocation;

internal sealed class InvocationBindings(IReadOnlyDictionary<string, object?> data) : BindingContext
{
    public override IReadOnlyDictionary<string, object?> BindingData => data;
}
