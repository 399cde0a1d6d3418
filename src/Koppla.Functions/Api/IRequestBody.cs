namespace Koppla.Functions.Api;

/// <summary>The body of a request that was read.</summary>
internal interface IRequestBody
{
    /// <summary>As we understood it, without its secrets; null: it could not be read.</summary>
    public string? ToJson();
}
