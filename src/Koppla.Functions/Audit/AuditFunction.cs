using Koppla.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Functions.Audit;

/// <summary>The part of the API about what was changed.</summary>
public sealed class AuditFunction(IApiPipeline api)
{
    [Function("Audit")]
    public Task RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/audit/{*path}")] HttpRequest request) =>
        api.InvokeAsync(request.HttpContext);
}
