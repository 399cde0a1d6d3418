using Koppla.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Functions.Calls;

/// <summary>The part of the API about calls.</summary>
public sealed class CallsFunction(IApiPipeline api)
{
    [Function("Calls")]
    public Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "v1/calls/{*path}")] HttpRequest request) =>
        api.InvokeAsync(request.HttpContext);
}
