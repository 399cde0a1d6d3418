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

        Assert.True(faults.Count == 0, $"The document and the answers differ:\n{string.Join('\n', faults)}");
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

    private static IEnumerable<string> Missing(IEnumerable<Operation> operations)
    {
        var given = Answered.All.Select(answer => $"{answer.Operation} {answer.Status}").ToHashSet(StringComparer.Ordinal);
        var problems = Answered.All.Select(answer => answer.Problem).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            foreach (var (status, response) in operation.Described.Responses!)
            {
                if (!given.Contains($"{operation.Id} {status}"))
                {
                    yield return $"{operation.Id} {status}: documented, and no test got it";
                }

                if (status[0] is not '2')
                {
                    foreach (var name in Operation.Names(response).Where(name => !problems.Contains(name)))
                    {
                        yield return $"{operation.Id} {status} {name}: documented, and no test of any operation got it";
                    }
                }
            }
        }
    }

    private static bool IsFiltered() =>
        Environment.GetCommandLineArgs().Any(argument => argument.StartsWith("--filter", StringComparison.Ordinal) || argument.StartsWith("-method", StringComparison.Ordinal) || argument.StartsWith("-class", StringComparison.Ordinal));
}
