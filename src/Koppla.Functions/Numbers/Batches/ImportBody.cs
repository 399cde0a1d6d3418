using System.Reflection;
using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Koppla.Functions.Numbers.Batches;

/// <summary>The body of an import, as JSON or as CSV.</summary>
internal sealed class ImportBody : IRequestPart, IEndpointParameterMetadataProvider
{
    private const string Csv = "text/csv";

    private ImportBody(IReadOnlyList<ImportRow?> rows, Problem? problem) => (Rows, Problem) = (rows, problem);

    public Problem? Problem { get; }

    public IReadOnlyList<ImportRow?> Rows { get; }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        JsonBody<ImportRequest>.PopulateMetadata(parameter, builder);
        builder.Metadata.Add(new AlternativeBody(Csv, ImportCsv.Example));
    }

    public static async ValueTask<ImportBody?> BindAsync(HttpContext context)
    {
        if (context.Request.GetTypedHeaders().ContentType?.MediaType.Equals(Csv, StringComparison.OrdinalIgnoreCase) == true)
        {
            var (rows, malformed) = await BodyTime.LimitAsync(context, ImportCsv.ReadAsync, tooSlow => ([], tooSlow));
            return new ImportBody(rows, malformed);
        }

        var json = await JsonBody<ImportRequest>.ReadAsync(context);
        if (json!.Problem is { } problem)
        {
            return new ImportBody([], problem);
        }

        return json.Value.Rows is { } read ? new ImportBody(read, null) : new ImportBody([], Problems.Missing("rows"));
    }
}
