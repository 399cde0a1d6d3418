using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Koppla.Standins.FunctionsWorker.Admin;

/// <summary>What <c>/</c> shows; nothing (204) if the setting <c>AzureWebJobsDisableHomepage</c> is true.</summary>
internal sealed class HomePage(IConfiguration settings)
{
    private const string Html =
        "<!doctype html><html lang=\"en\"><title>Function app</title><h1>Your function app is up and running</h1></html>";

    private readonly bool isDisabled = Application.HostSettings.IsTrue(settings, "AzureWebJobsDisableHomepage");

    public Task AnswerAsync(HttpContext http)
    {
        if (isDisabled)
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(Html, http.RequestAborted);
    }
}
