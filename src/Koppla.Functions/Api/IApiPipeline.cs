using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Api;

/// <summary>The ASP.NET Core pipeline behind the HTTP functions of the API.</summary>
public interface IApiPipeline
{
    public Task InvokeAsync(HttpContext context);
}
