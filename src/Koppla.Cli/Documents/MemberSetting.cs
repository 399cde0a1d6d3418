using System.Text.Json.Nodes;

namespace Koppla.Cli.Documents;

internal static class MemberSetting
{
    /// <summary>The same document, with this member.</summary>
    public static JsonObject With(this JsonObject document, string name, JsonNode value)
    {
        document[name] = value;
        return document;
    }
}
