using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Koppla.Functions.Api;

/// <summary>Problems that ASP.NET Core makes by itself get a stable type too, named for their status.</summary>
internal static class ProblemDefaults
{
    public static void Apply(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Type?.StartsWith(Problem.TypePrefix, StringComparison.Ordinal) == true)
        {
            return;
        }

        var status = problem.Status ?? context.HttpContext.Response.StatusCode;
        var name = ReasonPhrases.GetReasonPhrase(status).ToLowerInvariant().Replace(' ', '-');
        problem.Type = Problem.TypePrefix + name;
        problem.Title = name;
        if (status == StatusCodes.Status413PayloadTooLarge)
        {
            var most = context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
            problem.Detail = $"The body is larger than {most} bytes.";
        }
    }
}
