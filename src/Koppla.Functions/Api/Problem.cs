using Koppla.Routing;
using Koppla.Routing.Decisions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Koppla.Functions.Api;

/// <summary>An expected failure of the API, as an RFC 9457 document.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Name">The rule that was broken: stable, kebab-case, the end of the document's <c>type</c>.</param>
/// <param name="Text">What is wrong, for people.</param>
/// <param name="Field">The member or parameter that is at fault, if one is.</param>
internal sealed record Problem(int Status, string Name, string Text, string? Field = null)
{
    public const string TypePrefix = "urn:koppla:problem:";

    /// <summary>What else makes use of the thing in question; empty: that is not what is wrong.</summary>
    public IReadOnlyList<string> UsedBy { get; init; } = [];

    /// <summary>What could have been meant; empty: that is not what is wrong.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>The path of what serves instead; null: nothing does.</summary>
    public string? See { get; init; }

    public static Problem Of(int status, Refusal refusal, string? field = null) =>
        new(status, refusal.Name, refusal.Text, field);

    /// <summary>The same for a reader of the language, where there is a text in it.</summary>
    public Problem In(Language language) =>
        language == Language.Swedish && SwedishProblems.TextOf(Name) is { } text ? this with { Text = text } : this;

    /// <summary>The same, found in a part of the document.</summary>
    public Problem Under(string member) => this with { Field = Field is null ? member : $"{member}.{Field}" };

    public ProblemHttpResult ToResult() => TypedResults.Problem(
        Text, statusCode: Status, title: Name, type: TypePrefix + Name, extensions: Extensions());

    private Dictionary<string, object?> Extensions()
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (Field is not null)
        {
            extensions["errors"] = new Dictionary<string, string[]>(StringComparer.Ordinal) { [Field] = [Text] };
        }

        if (See is not null)
        {
            extensions["see"] = See;
        }

        if (UsedBy is not [])
        {
            extensions["usedBy"] = UsedBy;
        }

        if (Candidates is not [])
        {
            extensions["candidates"] = Candidates;
        }

        return extensions;
    }
}
