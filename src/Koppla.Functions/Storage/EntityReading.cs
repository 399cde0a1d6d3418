using Azure.Data.Tables;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Storage;

/// <summary>Strict readings of an entity's properties: what is missing or of another type is corrupt, never a default.</summary>
internal static class EntityReading
{
    public static string Text(this TableEntity entity, string table, string property) =>
        entity.TryGetValue(property, out var value) && value is string text
            ? text
            : throw new CorruptEntityException(table, property);

    public static string? TextOrNull(this TableEntity entity, string property) =>
        entity.TryGetValue(property, out var value) ? value as string : null;

    public static bool Flag(this TableEntity entity, string table, string property) =>
        entity.TryGetValue(property, out var value) && value is bool flag
            ? flag
            : throw new CorruptEntityException(table, property);

    public static Guid Id(this TableEntity entity, string table, string property) =>
        Guid.TryParseExact(entity.Text(table, property), "D", out var id)
            ? id
            : throw new CorruptEntityException(table, property);

    public static T Enumerated<T>(this TableEntity entity, string table, string property)
        where T : struct, Enum =>
        Names.Parse<T>(entity.Text(table, property)) ?? throw new CorruptEntityException(table, property);

    public static PhoneNumber? NumberOrNull(this TableEntity entity, string table, string property) =>
        entity.TextOrNull(property) is { } text ? StoredNumber.Read(table, property, text) : null;
}
