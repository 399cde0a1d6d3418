using System.Buffers;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;

namespace Koppla.Functions.Audit;

/// <summary>
/// An entity as a JSON document, for the audit log, and back: so what is read of the past is read as what is stored now. A property
/// that holds a document is a part of it.
/// </summary>
internal static class Snapshot
{
    /// <param name="properties">Those that say what the entity is; what only serves storage is left out.</param>
    public static string Of(TableEntity entity, params ReadOnlySpan<string> properties)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var property in properties)
            {
                Write(json, property, entity.TryGetValue(property, out var value) ? value : null);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static TableEntity ToEntity(string snapshot, string partition, string row)
    {
        using var document = JsonDocument.Parse(snapshot);
        var entity = new TableEntity(partition, row);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            entity[$"{char.ToUpperInvariant(member.Name[0])}{member.Name.AsSpan(1)}"] = member.Value.ValueKind switch
            {
                JsonValueKind.String => member.Value.GetString(),
                JsonValueKind.True or JsonValueKind.False => member.Value.GetBoolean(),
                JsonValueKind.Number => member.Value.GetInt32(),
                _ => member.Value.GetRawText(),
            };
        }

        return entity;
    }

    private static void Write(Utf8JsonWriter json, string property, object? value)
    {
        if (value is null)
        {
            return;
        }

        json.WritePropertyName($"{char.ToLowerInvariant(property[0])}{property.AsSpan(1)}");
        switch (value)
        {
            case string text when text is ['{', ..] or ['[', ..]:
                json.WriteRawValue(text);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            default:
                throw new ArgumentException($"'{property}' is of a type that no snapshot holds.", nameof(value));
        }
    }
}
