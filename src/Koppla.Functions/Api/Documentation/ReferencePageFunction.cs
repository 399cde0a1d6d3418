using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Functions.Api.Documentation;

/// <summary>The reference page of the API, and its script.</summary>
public sealed class ReferencePageFunction(IApiPipeline api)
{
    [Function("Docs")]
    public Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "docs/{*path}")] HttpRequest request) =>
        api.InvokeAsync(request.HttpContext);
}
