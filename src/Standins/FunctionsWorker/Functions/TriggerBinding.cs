using Microsoft.Azure.Functions.Worker;

namespace Koppla.Standins.FunctionsWorker.Functions;

internal sealed class TriggerBinding(string name, string type) : BindingMetadata
{
    public override string Name => name;

    public override string Type => type;

    public override BindingDirection Direction => BindingDirection.In;
}
