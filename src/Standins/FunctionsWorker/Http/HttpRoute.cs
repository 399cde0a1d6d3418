using Koppla.Standins.FunctionsWorker.Functions;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Standins.FunctionsWorker.Http;

/// <summary>Where an HTTP function answers.</summary>
/// <param name="Function">The function.</param>
/// <param name="Pattern">The template, prefix included.</param>
/// <param name="Methods">In upper case; empty for all.</param>
/// <param name="Level">Which key is needed.</param>
internal sealed record HttpRoute(Function Function, RoutePattern Pattern, string[] Methods, AuthorizationLevel Level)
{
    /// <summary>True if some request would fit both: the same template, whatever its parameters are called, and a common method.</summary>
    public bool Collides(HttpRoute other) =>
        string.Equals(Shape(Pattern), Shape(other.Pattern), StringComparison.OrdinalIgnoreCase)
        && (Methods.Length == 0 || other.Methods.Length == 0 || Methods.Intersect(other.Methods, StringComparer.Ordinal).Any());

    private static string Shape(RoutePattern pattern) =>
        string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => Shape(part, pattern)))));

    private static string Shape(RoutePatternPart part, RoutePattern pattern) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter =>
            $"{{{parameter.ParameterKind}:{string.Join(':', Policies(pattern, parameter.Name).Select(policy => policy.Content))}}}",
        _ => part.ToString()!,
    };

    private static IEnumerable<RoutePatternParameterPolicyReference> Policies(RoutePattern pattern, string parameter) =>
        pattern.ParameterPolicies.TryGetValue(parameter, out var policies) ? policies : [];
}
