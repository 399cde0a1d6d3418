using Koppla.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Functions.Sounds;

/// <summary>The sounds that calls hear.</summary>
public sealed class SoundsFunction(IApiPipeline api)
{
    [Function("Sounds")]
    public Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sounds/{*path}")] HttpRequest request) =>
        api.InvokeAsync(request.HttpContext);
}
