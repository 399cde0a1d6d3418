using Koppla.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Functions.Numbers;

/// <summary>The part of the API about numbers.</summary>
public sealed class NumbersFunction(IApiPipeline api)
{
    [Function("Numbers")]
    public Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", "delete", Route = "v1/numbers/{*path}")] HttpRequest request) =>
        api.InvokeAsync(request.HttpContext);
}
