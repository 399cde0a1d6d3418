namespace Koppla.Simulator.Rest;

/// <summary>One operation of the REST API.</summary>
internal abstract class Operation
{
    /// <summary>The name of the public specification, without its group.</summary>
    public string Name => GetType().Name;

    public virtual string Method => "POST";

    /// <summary>Route below <c>/calling/callConnections</c>.</summary>
    public abstract string Pattern { get; }

    /// <summary>Whether a repeated Repeatability-Request-ID gets the first answer again.</summary>
    public virtual bool IsRepeatable => true;

    public abstract Reply Execute(Command command);
}
