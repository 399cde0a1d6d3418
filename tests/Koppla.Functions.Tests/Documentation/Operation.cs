using System.Text.Json;
using Microsoft.OpenApi;

namespace Koppla.Functions.Tests.Documentation;

/// <summary>An operation of the document.</summary>
/// <param name="Path">Below <c>/api</c>, with its parameters in braces.</param>
internal sealed record Operation(HttpMethod Method, string Path, OpenApiOperation Described)
{
    public string Id => Described.OperationId!;

    public bool HasBody => Described.RequestBody is not null;

    /// <summary>Of a request, as the document shows it.</summary>
    public string Example => ExampleAs("application/json");

    /// <summary>Media types that its body may have.</summary>
    public IEnumerable<string> BodyTypes => Described.RequestBody?.Content!.Keys ?? [];

    /// <summary>As the description of the body says.</summary>
    public int MaxBodyBytes =>
        int.Parse(Described.RequestBody!.Description!.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);

    public IEnumerable<IOpenApiParameter> Parameters => Described.Parameters ?? [];

    public IEnumerable<IOpenApiParameter> Query => Parameters.Where(each => each.In == ParameterLocation.Query);

    /// <inheritdoc cref="Example"/>
    public string ExampleAs(string bodyType)
    {
        var example = Described.RequestBody!.Content![bodyType].Schema!.Examples!.Single()!;
        return example.GetValueKind() == JsonValueKind.String ? example.GetValue<string>() : example.ToJsonString();
    }

    public bool Reads(string parameter) => Parameters.Any(each => each.Name == parameter);

    public bool Answers(int status) => Described.Responses!.ContainsKey(status.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The names of the problems with a status.</summary>
    public IEnumerable<string> Problems(int status) =>
        Described.Responses!.TryGetValue(status.ToString(System.Globalization.CultureInfo.InvariantCulture), out var response)
            ? Names(response) : [];

    public static IEnumerable<string> Names(IOpenApiResponse response) =>
        response.Content!["application/problem+json"].Schema!.AllOf![1].Properties!["title"].Enum!.Select(name => name.GetValue<string>());

    public override string ToString() => Id;
}
