using Koppla.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Functions.Health;

/// <summary>Whether the app lives, and whether it can do its work.</summary>
public sealed class HealthFunction(IApiPipeline api)
{
    [Function("Health")]
    public Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/{*path}")] HttpRequest request) =>
        api.InvokeAsync(request.HttpContext);
}
