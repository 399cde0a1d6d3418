using Koppla.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Functions.Colleagues;

/// <summary>The part of the API that finds colleagues.</summary>
public sealed class ColleaguesFunction(IApiPipeline api)
{
    [Function("Colleagues")]
    public Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/colleagues/{*path}")] HttpRequest request) =>
        api.InvokeAsync(request.HttpContext);
}
