using System.Globalization;
using System.Text.Json.Nodes;
using Koppla.Functions.Api.Idempotency;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace Koppla.Functions.Api.Documentation;

/// <summary>The problems of an operation, by status, with their names.</summary>
internal static class OperationFailures
{
    private const string MediaType = "application/problem+json";

    /// <summary>Of changes to what others may change too.</summary>
    private static readonly string[] OfOthers = ["version-changed", "changed-meanwhile"];

    /// <summary>Of changes to one thing, whose version the request can name.</summary>
    private static readonly string[] OfVersions = [.. OfOthers, "idempotency-key-reused"];

    public static void Apply(OpenApiOperation operation, DescribedEndpoint endpoint, OpenApiDocument document)
    {
        var names = All(endpoint)
            .SelectMany(failure => failure.Names, (failure, name) => (failure.Status, Name: name))
            .Where(each => !endpoint.ChangesEachAlone || !OfVersions.Contains(each.Name, StringComparer.Ordinal))
            .Where(each => !endpoint.IgnoresKey || each.Name != IdempotencyProblems.KeyOfAnother.Name)
            .Where(each => !endpoint.MakesNew || !OfOthers.Contains(each.Name, StringComparer.Ordinal));
        foreach (var failure in names.GroupBy(each => each.Status, each => each.Name).OrderBy(each => each.Key))
        {
            operation.Responses![failure.Key.ToString(CultureInfo.InvariantCulture)] =
                Shared(failure.Key, [.. failure.Distinct(StringComparer.Ordinal)], document);
        }
    }

    private static IEnumerable<Failure> All(DescribedEndpoint endpoint)
    {
        IEnumerable<Failure> all = [.. endpoint.Failures, .. endpoint.PathNames.SelectMany(PathParameters.Failures), new(429, "too-many-requests")];
        if (endpoint.IsProtected)
        {
            all = [.. all, new(401, "unauthorized"), new(403, "forbidden")];
        }

        if (endpoint.Parameters.Any(parameter => parameter.In == ParameterLocation.Query))
        {
            all = all.Append(new(400, "parameter-not-valid"));
        }

        return endpoint.TellsOfStorage ? all : all.Append(new(503, "storage-unavailable"));
    }

    /// <summary>An answer with one problem is told once, for all operations.</summary>
    private static IOpenApiResponse Shared(int status, string[] names, OpenApiDocument document)
    {
        var response = Response(status, names, document);
        if (names is not [var only])
        {
            return response;
        }

        document.AddComponent(only, response);
        return new OpenApiResponseReference(only, document);
    }

    private static OpenApiResponse Response(int status, string[] names, OpenApiDocument document) => new()
    {
        Description = $"{ReasonPhrases.GetReasonPhrase(status)}: {string.Join(", ", names.Select(name => $"`{name}`"))}.",
        Headers = status is 429 or 503 ? RetryAfter() : null,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [MediaType] = new()
            {
                Schema = new OpenApiSchema
                {
                    AllOf =
                    [
                        new OpenApiSchemaReference(ProblemSchema.Name, document),
                        new OpenApiSchema
                        {
                            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                            {
                                ["title"] = new OpenApiSchema { Enum = [.. names.Select(name => (JsonNode)name)] },
                            },
                        },
                    ],
                },
            },
        },
    };

    private static Dictionary<string, IOpenApiHeader> RetryAfter() => new(StringComparer.Ordinal)
    {
        ["Retry-After"] = new OpenApiHeader
        {
            Description = "When to try again, in seconds.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
        },
    };
}
