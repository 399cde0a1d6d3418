using Koppla.Tests;
using Microsoft.OpenApi;

namespace Koppla.Functions.Tests.Documentation;

/// <summary><c>docs/openapi.json</c>, which a test holds against the one that is served.</summary>
internal static class KeptDocument
{
    private static readonly Lazy<OpenApiDocument> document =
        new(() => OpenApiDocument.Parse(File.ReadAllText(Path)).Document!);

    public static OpenApiDocument Document => document.Value;

    /// <summary>In the order of the document.</summary>
    public static IReadOnlyList<Operation> Operations { get; } =
    [
        .. Document.Paths.SelectMany(
            path => path.Value.Operations!, (path, operation) => new Operation(operation.Key, path.Key, operation.Value)),
    ];

    public static string Path => Repository.File("docs", "openapi.json");
}
