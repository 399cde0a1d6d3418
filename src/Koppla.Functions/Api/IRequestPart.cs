namespace Koppla.Functions.Api;

/// <summary>A part of a request that is read before the endpoint runs.</summary>
internal interface IRequestPart
{
    /// <summary>Null when it could be read.</summary>
    public Problem? Problem { get; }
}
