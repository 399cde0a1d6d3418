using System.Collections.Immutable;
using Koppla.Standins.FunctionsWorker.Functions;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Standins.FunctionsWorker.Invocation;

/// <summary>The host's own <see cref="FunctionContext"/>. What few functions ask for is made when it is asked for.</summary>
internal abstract class InvocationContext(Function function, object trigger, CancellationToken shutdown) : FunctionContext
{
    private string? invocationId;
    private IDictionary<object, object>? items;
    private BindingContext? binding;

    /// <summary>What the function returned; null before it has.</summary>
    public object? Result { get; private set; }

    public override string InvocationId => invocationId ??= Guid.NewGuid().ToString();

    public override string FunctionId => function.Id;

    public override FunctionDefinition FunctionDefinition => function;

    public override IDictionary<object, object> Items
    {
        get => items ??= NewItems();
        set => items = value;
    }

    public override BindingContext BindingContext => binding ??= new InvocationBindings(BindingData());

    public override CancellationToken CancellationToken => shutdown;

    /// <summary>The end of the middleware pipeline.</summary>
    public static Task RunBodyAsync(FunctionContext context) =>
        context is InvocationContext own
            ? own.RunBodyAsync()
            : throw new InvalidOperationException("Middleware must pass on the FunctionContext that it was given.");

    protected virtual IDictionary<object, object> NewItems() => new Dictionary<object, object>();

    protected virtual IReadOnlyDictionary<string, object?> BindingData() => ImmutableDictionary<string, object?>.Empty;

    private async Task RunBodyAsync() => Result = await function.Body(this, trigger);
}
