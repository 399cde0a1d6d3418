using System.Text.Json.Serialization;

namespace Koppla.Cli.Numbers;

/// <summary>A range of reserved numbers to forward.</summary>
/// <param name="Destination">Null: they are not forwarded any more.</param>
/// <param name="Enabled">Null: yes.</param>
internal sealed record RangeRequest(
    string From,
    string To,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Destination,
    bool? Enabled);
