using System.Text.Json;
using Azure.Data.Tables;

namespace Koppla.Benchmarks.Search;

/// <summary>An entity as the service gives it.</summary>
internal static class EntityJson
{
    public static byte[] Of(TableEntity entity)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteString("odata.etag", "W/\"datetime'2026-11-03T13%3A10%3A00.0000000Z'\"");
            writer.WriteString("Timestamp", "2026-11-03T13:10:00.0000000Z");
            foreach (var (name, value) in entity)
            {
                if (value is string text)
                {
                    writer.WriteString(name, text);
                }
            }

            writer.WriteEndObject();
        }

        return json.ToArray();
    }
}
