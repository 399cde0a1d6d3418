namespace Koppla.Functions.Api;

/// <summary>A problem inside another document, with the members that it has as a document of its own.</summary>
internal sealed record ProblemBody(string Type, string Title, int Status, string Detail, IReadOnlyDictionary<string, string[]>? Errors)
{
    public static ProblemBody Of(Problem problem) => new(
        Problem.TypePrefix + problem.Name,
        problem.Name,
        problem.Status,
        problem.Text,
        problem.Field is { } field ? new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [problem.Text] } : null);
}
