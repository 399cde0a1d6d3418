using System.Collections.Immutable;
using System.Reflection;
using Koppla.Standins.FunctionsWorker.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Koppla.Standins.FunctionsWorker.Functions;

/// <summary>A discovered function, ready to be called.</summary>
internal sealed class Function(string name, MethodInfo method, ParameterInfo parameter, TriggerBindingAttribute trigger, string triggerType)
    : FunctionDefinition
{
    public TriggerBindingAttribute Trigger => trigger;

    public Type TriggerValueType => parameter.ParameterType;

    public FunctionBody Body { get; } = FunctionCompiler.Compile(method, parameter);

    public override string PathToAssembly { get; } = method.Module.FullyQualifiedName;

    public override string EntryPoint { get; } = $"{method.DeclaringType!.FullName}.{method.Name}";

    public override string Id => name;

    public override string Name => name;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty.Add(parameter.Name!, new TriggerBinding(parameter.Name!, triggerType));
}
