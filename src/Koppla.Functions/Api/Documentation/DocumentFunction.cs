using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Functions.Api.Documentation;

/// <summary>The OpenAPI document.</summary>
public sealed class DocumentFunction(IApiPipeline api)
{
    [Function("OpenApi")]
    public Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "openapi/{*path}")] HttpRequest request) =>
        api.InvokeAsync(request.HttpContext);
}
