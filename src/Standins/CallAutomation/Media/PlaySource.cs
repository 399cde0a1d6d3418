using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>Something to play: a file, a text or SSML.</summary>
public abstract class PlaySource
{
    private protected PlaySource()
    {
    }

    /// <summary>A name under which the service may keep the sound for the next time.</summary>
    public string? PlaySourceCacheId { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteContent(json);
        json.Optional("playSourceCacheId"u8, PlaySourceCacheId);
        json.WriteEndObject();
    }

    /// <summary>Writes <c>kind</c> and the object of that name.</summary>
    private protected abstract void WriteContent(Utf8JsonWriter json);
}
