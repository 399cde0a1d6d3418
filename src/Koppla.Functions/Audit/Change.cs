using Koppla.Routing;
using NodaTime;

namespace Koppla.Functions.Audit;

/// <summary>Something that somebody changes, or tried to.</summary>
/// <param name="Id">See <see cref="ChangeId"/>. What is changed carries it afterwards.</param>
/// <param name="Action">What was done: stable, kebab-case.</param>
/// <param name="Before">The object as a JSON document; null: it was not there.</param>
/// <param name="After">The object as a JSON document; null: it is not there any more.</param>
/// <param name="Predecessor">The change that the object carried before; null: none.</param>
internal sealed record Change(
    string Id,
    OrganisationId Organisation,
    Instant At,
    Author By,
    string Action,
    AuditedObject Object,
    string? Before,
    string? After,
    string? Predecessor)
{
    /// <summary>The rule that refused it; null: it was made.</summary>
    public string? Refused { get; init; }
}
