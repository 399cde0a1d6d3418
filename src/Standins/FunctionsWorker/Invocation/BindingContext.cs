namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the trigger told of itself.</summary>
public abstract class BindingContext
{
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
