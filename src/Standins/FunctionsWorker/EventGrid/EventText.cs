using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Koppla.Standins.FunctionsWorker.EventGrid;

/// <summary>
/// An event as the text that a function receives. The host reads and writes it anew, so it is not byte-equal to what was sent: no white
/// space, and UTC times lose trailing zeros (<c>…01.0000000Z</c> becomes <c>…01Z</c>).
/// </summary>
internal static class EventText
{
    private static readonly string[] times = ["eventTime", "time"];

    public static string Of(JsonElement @event)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var property in @event.EnumerateObject())
            {
                json.WritePropertyName(property.Name);
                if (times.Contains(property.Name, StringComparer.Ordinal) && Shortened(property.Value) is { } time)
                {
                    json.WriteStringValue(time);
                }
                else
                {
                    property.Value.WriteTo(json);
                }
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string? Shortened(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.TryGetDateTime(out var time) && time.Kind == DateTimeKind.Utc
            ? time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture)
            : null;
}
