using Koppla.Standins.FunctionsWorker.Functions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Standins.FunctionsWorker.Http;

/// <summary>The routes of all HTTP functions.</summary>
/// <param name="Routes">Those that are served.</param>
/// <param name="InError">Functions that the host refuses to serve while it runs the rest, each with its reason.</param>
/// <param name="Problems">Mistakes that must stop the start.</param>
internal sealed record HttpRoutes(
    IReadOnlyList<HttpRoute> Routes, IReadOnlyList<(string Function, string Reason)> InError, IReadOnlyList<string> Problems)
{
    private static readonly string[] reserved = ["admin", "runtime"];

    public static HttpRoutes Of(IEnumerable<Function> functions, string prefix, ParameterPolicyFactory policies)
    {
        List<HttpRoute> routes = [];
        List<(string, string)> inError = [];
        List<string> problems = [];
        foreach (var function in functions)
        {
            var trigger = (HttpTriggerAttribute)function.Trigger;
            var template = trigger.Route ?? function.Name;
            if (Array.Exists(reserved, word => template.TrimStart('/').StartsWith(word, StringComparison.OrdinalIgnoreCase)))
            {
                inError.Add((function.Name, $"the route '{template}' starts with a word that the host reserves"));
            }
            else if (Parse(function, trigger, $"{prefix.Trim('/')}/{template.TrimStart('/')}", policies, out var problem) is not { } route)
            {
                problems.Add($"Function '{function.Name}': {problem}.");
            }
            else if (routes.Find(route.Collides) is { } other)
            {
                inError.Add((function.Name, $"the route '{template}' is that of the function '{other.Function.Name}'"));
            }
            else
            {
                routes.Add(route);
            }
        }

        return new(routes, inError, problems);
    }

    private static HttpRoute? Parse(
        Function function, HttpTriggerAttribute trigger, string template, ParameterPolicyFactory policies, out string? problem)
    {
        problem = null;
        if (trigger.AuthLevel is AuthorizationLevel.User or AuthorizationLevel.System)
        {
            problem = $"the authorization level {trigger.AuthLevel} is not supported";
            return null;
        }

        try
        {
            var pattern = RoutePatternFactory.Parse(template);
            CheckConstraints(pattern, policies);
            return new(function, pattern, [.. (trigger.Methods ?? []).Select(method => method.ToUpperInvariant())], trigger.AuthLevel);
        }
        catch (Exception exception) when (exception is RoutePatternException or InvalidOperationException or RouteCreationException)
        {
            problem = $"the route '{template}' is not valid: {exception.Message}";
            return null;
        }
    }

    /// <summary>Routing itself would find an unknown constraint at the first request only.</summary>
    private static void CheckConstraints(RoutePattern pattern, ParameterPolicyFactory policies)
    {
        foreach (var parameter in pattern.Parameters)
        {
            foreach (var policy in parameter.ParameterPolicies)
            {
                policies.Create(parameter, policy);
            }
        }
    }
}
