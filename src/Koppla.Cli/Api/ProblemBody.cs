namespace Koppla.Cli.Api;

/// <summary>A failure of the API: RFC 9457.</summary>
/// <param name="Title">The rule that was broken: stable, kebab-case.</param>
/// <param name="Errors">What is wrong with each field.</param>
/// <param name="UsedBy">What else makes use of the thing in question.</param>
/// <param name="Candidates">What could have been meant.</param>
internal sealed record ProblemBody(
    string? Title = null,
    string? Detail = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors = null,
    IReadOnlyList<string>? UsedBy = null,
    IReadOnlyList<string>? Candidates = null)
{
    /// <summary>For people, a line each.</summary>
    public IReadOnlyList<string> Lines()
    {
        var lines = (Errors ?? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal))
            .SelectMany(field => field.Value.Select(text => $"{field.Key}: {text}"))
            .ToList();
        if (Detail is not null && !lines.Exists(line => line.EndsWith(Detail, StringComparison.Ordinal)))
        {
            lines.Insert(0, Detail);
        }

        if (UsedBy is { Count: > 0 })
        {
            lines.Add($"Used by: {string.Join(", ", UsedBy)}");
        }

        if (Candidates is { Count: > 0 })
        {
            lines.Add($"Perhaps meant: {string.Join(", ", Candidates)}");
        }

        return lines;
    }
}
