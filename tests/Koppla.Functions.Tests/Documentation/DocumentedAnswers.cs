using System.Globalization;
using Koppla.Functions.Tests.Documentation;
using Microsoft.OpenApi;

[assembly: AssemblyFixture(typeof(DocumentedAnswers))]

namespace Koppla.Functions.Tests.Documentation;

/// <summary>
/// At the end of the run: every answer that was given is documented and looks as documented, and, if all tests ran, every answer that
/// is documented was given.
/// </summary>
public sealed class DocumentedAnswers : IAsyncDisposable
{
    /// <summary>Arguments of a run of some tests, of either runner.</summary>
    private static readonly string[] filters = ["--filter", "-method", "-class", "-namespace", "-trait"];

    private const int Shown = 20;

    public ValueTask DisposeAsync()
    {
        var operations = KeptDocument.Operations.ToDictionary(operation => operation.Id, StringComparer.Ordinal);
        List<string> faults =
        [
            .. Answered.All.Select(answer => Fault(answer, operations)).OfType<string>().Distinct(StringComparer.Ordinal),
        ];
        if (!IsFiltered())
        {
            faults.AddRange(Missing(operations.Values));
        }

        // The runner repeats it for every test.
        Assert.True(faults.Count == 0, $"The document and the answers differ {faults.Count} times:\n{string.Join('\n', faults.Take(Shown))}");
        return ValueTask.CompletedTask;
    }

    private static string? Fault(Answered answer, Dictionary<string, Operation> operations)
    {
        var told = $"{answer.Operation} {answer.Status}";
        if (!operations.TryGetValue(answer.Operation, out var operation))
        {
            return $"{told}: the operation is not in docs/openapi.json";
        }

        if (!operation.Described.Responses!.TryGetValue(answer.Status.ToString(CultureInfo.InvariantCulture), out var response))
        {
            return $"{told} {answer.Problem}: not documented";
        }

        if (answer.Problem is { } name && !Operation.Names(response).Contains(name, StringComparer.Ordinal))
        {
            return $"{told} {name}: this problem is not documented";
        }

        if (answer.Status < 300 && answer.QueryNames.FirstOrDefault(name => !operation.Reads(name)) is { } read)
        {
            return $"{told}: the parameter {read} is not documented";
        }

        return response.Content is { Count: > 0 } content ? OfContent(answer, content, told)
            : answer.MediaType is null ? null
            : $"{told}: has {answer.MediaType}, and no content is documented";
    }

    private static string? OfContent(Answered answer, IDictionary<string, OpenApiMediaType> content, string told)
    {
        if (answer.MediaType is null || !content.TryGetValue(answer.MediaType, out var media))
        {
            return $"{told}: {answer.MediaType} is not documented";
        }

        return answer.Body is { } body && SchemaCheck.Fault(body, media.Schema!) is { } fault ? $"{told}: {fault}" : null;
    }

    private static IEnumerable<string> Missing(IReadOnlyCollection<Operation> operations)
    {
        var given = Answered.All.Select(answer => $"{answer.Operation} {answer.Status}").ToHashSet(StringComparer.Ordinal);
        var named = Answered.All.Select(answer => answer.Problem).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var answers = operations.SelectMany(operation => operation.Described.Responses!.Keys, (operation, status) => $"{operation.Id} {status}");
        var problems = operations.SelectMany(operation => operation.Described.Responses!.Where(each => each.Key[0] != '2'))
            .SelectMany(each => Operation.Names(each.Value)).Distinct(StringComparer.Ordinal);
        return
        [
            .. answers.Where(answer => !given.Contains(answer)).Select(answer => $"{answer}: documented, and no test got it"),
            .. operations.SelectMany(MissingForms),
            .. problems.Where(problem => !named.Contains(problem)).Select(problem => $"{problem}: documented, and no test of any operation got it"),
        ];
    }

    /// <summary>Of an answer that may look in more than one way.</summary>
    private static IEnumerable<string> MissingForms(Operation operation) =>
        from response in operation.Described.Responses!
        from content in response.Value.Content ?? new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        from form in content.Value.Schema!.OneOf ?? []
        where !Answered.All.Any(answer =>
            answer.Operation == operation.Id
            && answer.Status.ToString(CultureInfo.InvariantCulture) == response.Key
            && answer.Body is { } body
            && SchemaCheck.Fault(body, form) is null)
        select $"{operation.Id} {response.Key} {((OpenApiSchemaReference)form).Reference.Id}: documented, and no test got it";

    private static bool IsFiltered() =>
        Environment.GetCommandLineArgs().Any(argument => filters.Any(filter => argument.StartsWith(filter, StringComparison.Ordinal)));
}
