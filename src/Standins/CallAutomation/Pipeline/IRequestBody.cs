using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>Something that can be the JSON object of a request.</summary>
internal interface IRequestBody
{
    /// <summary>Writes the members; the braces are the caller's.</summary>
    public void Write(Utf8JsonWriter json);
}
