using System.Text.Json.Nodes;

namespace Koppla.Cli.Numbers.Import;

/// <summary>A row to import.</summary>
/// <param name="FileRow">Where it stands: the line of a CSV file, the position in a JSON list; from 1.</param>
/// <param name="Members">As the API takes them: <c>number</c>, <c>to</c>, <c>user</c>, <c>destination</c>, <c>enabled</c>.</param>
internal sealed record ImportRow(int FileRow, JsonObject Members)
{
    public const string Number = "number";
    public const string To = "to";
    public const string Enabled = "enabled";

    public static readonly IReadOnlyList<string> Columns = [Number, To, "user", "destination", Enabled];
}
