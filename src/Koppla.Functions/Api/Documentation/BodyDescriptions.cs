using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Koppla.Functions.Api.Documentation;

/// <summary>Tells the generator of the bodies of endpoints, which they bind by themselves.</summary>
internal sealed class BodyDescriptions : IApiDescriptionProvider
{
    /// <summary>After the endpoints' own.</summary>
    public int Order => 0;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        foreach (var description in context.Results)
        {
            if (description.ActionDescriptor.EndpointMetadata.OfType<TakesBody>().SingleOrDefault() is { } takes)
            {
                description.ParameterDescriptions.Add(
                    new ApiParameterDescription { Name = "body", Source = BindingSource.Body, Type = takes.Body, IsRequired = true });
                description.SupportedRequestFormats.Add(new ApiRequestFormat { MediaType = "application/json" });
            }
        }
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
    }
}
