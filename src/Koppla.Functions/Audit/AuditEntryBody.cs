using System.Text.Json;
using Koppla.Functions.Api;

namespace Koppla.Functions.Audit;

/// <summary>Something that was changed, or refused.</summary>
/// <param name="At">When: ISO 8601, UTC.</param>
/// <param name="Person">Who; absent: Koppla itself.</param>
/// <param name="Address">From where.</param>
/// <param name="Action">What was done: stable, kebab-case.</param>
/// <param name="Object"><c>organisation</c>, <c>user:</c> and an id, or <c>number:</c> and the digits of E.164.</param>
/// <param name="Refused">The rule that refused it; absent: it was done.</param>
/// <param name="Before">What it was; absent: it was not there, or the list leaves it out.</param>
/// <param name="After">What it has become, or what was asked for; absent: it is gone, or the list leaves it out.</param>
internal sealed record AuditEntryBody(
    string Id,
    string At,
    Guid? Person,
    string? Address,
    string Action,
    string Object,
    string? Refused,
    JsonElement? Before,
    JsonElement? After)
{
    public static AuditEntryBody Of(Change change) => new(
        change.Id,
        InstantTexts.Utc(change.At),
        change.By.Person?.Value,
        change.By.Address,
        change.Action,
        change.Object.ToString(),
        change.Refused,
        Document(change.Before),
        Document(change.After));

    private static JsonElement? Document(string? json) => json is null ? null : JsonElement.Parse(json);
}
