using System.Text.Json;

namespace Azure.Communication.CallAutomation;

internal static class PlaySourceJson
{
    public static void Source(this Utf8JsonWriter json, ReadOnlySpan<byte> name, PlaySource? source)
    {
        if (source is not null)
        {
            json.WritePropertyName(name);
            source.Write(json);
        }
    }

    public static void Sources(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<PlaySource> sources)
    {
        json.WriteStartArray(name);
        foreach (var source in sources)
        {
            source.Write(json);
        }

        json.WriteEndArray();
    }

    public static void Loop(this Utf8JsonWriter json, bool loop)
    {
        json.WriteStartObject("playOptions"u8);
        json.WriteBoolean("loop"u8, loop);
        json.WriteEndObject();
    }
}
