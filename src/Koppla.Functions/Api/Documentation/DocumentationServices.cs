using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.OpenApi;

namespace Koppla.Functions.Api.Documentation;

internal static class DocumentationServices
{
    public static IServiceCollection AddDocumentation(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Transient<IApiDescriptionProvider, BodyDescriptions>());
        services.AddOpenApi(ApiDocument.Version, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = description => description.GroupName == ApiDocument.Version;
            options.AddOperationTransformer<OperationConventions>();
            options.AddSchemaTransformer<SchemaConventions>();
            options.AddDocumentTransformer<DocumentConventions>();
        });
        return services.AddSingleton<ApiDocument>();
    }
}
