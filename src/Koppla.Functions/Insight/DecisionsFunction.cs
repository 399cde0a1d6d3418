using Koppla.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Functions.Insight;

/// <summary>The part of the API about decisions.</summary>
public sealed class DecisionsFunction(IApiPipeline api)
{
    [Function("Decisions")]
    public Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/decisions/{*path}")] HttpRequest request) =>
        api.InvokeAsync(request.HttpContext);
}
