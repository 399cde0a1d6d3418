using Koppla.Routing;
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

    public static Problem Of(int status, Refusal refusal, string? field = null) =>
        new(status, refusal.Name, refusal.Text, field);

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
