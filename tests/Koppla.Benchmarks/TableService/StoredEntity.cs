using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Koppla.Benchmarks.TableService;

/// <param name="Members">As they were written, with the types of those whose type JSON does not tell.</param>
/// <param name="Version">Of the table; its ETag.</param>
internal sealed record StoredEntity(EntityKey Key, ImmutableDictionary<string, JsonElement> Members, long Version)
{
    private const string TypeSuffix = "@odata.type";

    public string ETag => string.Create(CultureInfo.InvariantCulture, $"W/\"{Version}\"");

    public static StoredEntity Of(EntityKey key, JsonElement entity) =>
        new(key, entity.EnumerateObject().ToImmutableDictionary(member => member.Name, member => member.Value.Clone(), StringComparer.Ordinal), 0);

    public StoredEntity MergedInto(StoredEntity older) => this with { Members = older.Members.SetItems(Members) };

    /// <param name="chosen">The members that were asked for; null: all.</param>
    public void Write(Utf8JsonWriter json, IReadOnlySet<string>? chosen)
    {
        json.WriteStartObject();
        json.WriteString("odata.etag", ETag);
        json.WriteString("Timestamp", "2026-11-03T13:10:00.0000000Z");
        foreach (var (name, value) in Members)
        {
            if (chosen is null || chosen.Contains(name.Replace(TypeSuffix, "", StringComparison.Ordinal)))
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }
}
