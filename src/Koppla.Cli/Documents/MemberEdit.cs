using System.Text.Json;
using System.Text.Json.Nodes;
using Koppla.Cli.Api;

namespace Koppla.Cli.Documents;

/// <summary>A member of a document and its new value: <c>externalForwards.setBy=administrators</c>.</summary>
/// <param name="Path">The names on the way from the top.</param>
/// <param name="Text">Empty: the member is removed.</param>
internal sealed record MemberEdit(IReadOnlyList<string> Path, string Text)
{
    public static (MemberEdit? Edit, Failure? Failure) Parse(string text)
    {
        var end = text.IndexOf('=', StringComparison.Ordinal);
        string[] path = end > 0 ? text[..end].Split('.') : [];
        return path is [] || path.Any(name => name.Length == 0)
            ? (null, Failure.Usage($"'{text}' is not a member and its value.", "An example: externalForwards.setBy=administrators"))
            : (new MemberEdit(path, text[(end + 1)..]), null);
    }

    /// <summary>Changes the document. Members on the way that are not there are made.</summary>
    public void ApplyTo(JsonObject document)
    {
        var owner = document;
        foreach (var name in Path.SkipLast(1))
        {
            if (owner[name] is not JsonObject next)
            {
                owner[name] = next = [];
            }

            owner = next;
        }

        var last = Path[^1];
        if (Text.Length == 0)
        {
            owner.Remove(last);
        }
        else
        {
            owner[last] = ValueLike(owner[last]);
        }
    }

    /// <summary>Of the kind that the member has: text stays text, a list may be written with commas. A new one is JSON, or else text.</summary>
    private JsonNode? ValueLike(JsonNode? present) => present switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String && !Text.StartsWith('"') => JsonValue.Create(Text),
        JsonArray when !Text.StartsWith('[') =>
            new JsonArray([.. Text.Split(',', StringSplitOptions.TrimEntries).Select(item => (JsonNode?)JsonValue.Create(item))]),
        _ => JsonOrText(),
    };

    private JsonNode? JsonOrText()
    {
        try
        {
            return JsonNode.Parse(Text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(Text);
        }
    }
}
