using Microsoft.OpenApi;

namespace Koppla.Functions.Api.Documentation;

/// <summary>The parameters of an operation: those in the path, and those that endpoints read by themselves.</summary>
internal static class OperationParameters
{
    public static void Apply(OpenApiOperation operation, DescribedEndpoint endpoint)
    {
        operation.Parameters ??= [];
        foreach (var inPath in operation.Parameters.OfType<OpenApiParameter>().Where(each => each.In == ParameterLocation.Path))
        {
            inPath.Description = PathParameters.Describe(inPath.Name!);
        }

        foreach (var read in endpoint.Parameters)
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                In = read.In,
                Name = read.Name,
                Description = read.Description,
                Schema = read.Schema,
                Required = read.IsRequired,
            });
        }
    }
}
