using Koppla.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Functions.Users;

/// <summary>The part of the API about users and what happens to their calls.</summary>
public sealed class UsersFunction(IApiPipeline api)
{
    [Function("Users")]
    public Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "put", "post", "delete", Route = "v1/users/{*path}")] HttpRequest request) =>
        api.InvokeAsync(request.HttpContext);
}
