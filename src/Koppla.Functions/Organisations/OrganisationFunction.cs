using Koppla.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Functions.Organisations;

/// <summary>The part of the API about the organisation of who asks.</summary>
public sealed class OrganisationFunction(IApiPipeline api)
{
    [Function("Organisation")]
    public Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "put", "post", "delete", Route = "v1/organisation/{*path}")] HttpRequest request) =>
        api.InvokeAsync(request.HttpContext);
}
