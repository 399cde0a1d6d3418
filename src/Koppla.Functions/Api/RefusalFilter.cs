using Koppla.Functions.Audit;
using Koppla.Functions.Users;
using Koppla.Routing.Decisions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Koppla.Functions.Api;

/// <summary>What every refusal has in common: it is told in the reader's language, and one of a change that matters is kept in the audit log.</summary>
internal sealed class RefusalFilter(RefusedChanges refused) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        var result = answer is INestedHttpResult nested ? nested.Result : answer;
        if (result is not ProblemHttpResult { ProblemDetails: { Title: { } name } problem })
        {
            return answer;
        }

        if (context.Arguments.OfType<ChangeTerms>().FirstOrDefault() is { DryRun: false } terms)
        {
            await refused.RecordAsync(context, terms, problem.Status ?? 0, name);
        }

        if (ReaderLanguage.Of(context.HttpContext.Request) == Language.Swedish && SwedishProblems.TextOf(name) is { } text)
        {
            problem.Detail = text;
            if (problem.Extensions.TryGetValue("errors", out var errors) && errors is Dictionary<string, string[]> named)
            {
                problem.Extensions["errors"] = named.ToDictionary(each => each.Key, _ => new[] { text }, StringComparer.Ordinal);
            }

            context.HttpContext.Response.Headers.ContentLanguage = "sv";
        }

        return answer;
    }
}
