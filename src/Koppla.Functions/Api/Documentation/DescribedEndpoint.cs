using System.Reflection;
using System.Text.RegularExpressions;
using Koppla.Functions.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Net.Http.Headers;

namespace Koppla.Functions.Api.Documentation;

/// <summary>What is known of an endpoint.</summary>
internal sealed partial class DescribedEndpoint(ApiDescription description)
{
    private const string Suffix = "Endpoints";

    private readonly IList<object> metadata = description.ActionDescriptor.EndpointMetadata;

    /// <summary>The class that maps it, in words: <c>Live update</c>.</summary>
    public string Tag { get; } = Words().Replace(
        description.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().First().DeclaringType!.Name.Replace(Suffix, "", StringComparison.Ordinal),
        found => $" {found.Value.ToLowerInvariant()}");

    public bool IsProtected => metadata.OfType<IAuthorizeData>().Any();

    /// <summary>Who may ask.</summary>
    public string? Roles => metadata.OfType<IAuthorizeData>().LastOrDefault()?.Policy switch
    {
        Policies.Administrator => $"For administrators: needs the role `{Policies.AdministratorRole}`.",
        Policies.Member => $"Needs the role `{Policies.UserRole}` or `{Policies.AdministratorRole}`.",
        _ => null,
    };

    public bool TellsOfStorage => metadata.OfType<TellsOfStorage>().Any();

    public bool ChangesEachAlone => metadata.OfType<ChangesEachAlone>().Any();

    public bool IgnoresKey => metadata.OfType<IgnoresKey>().Any();

    public bool MakesNew => metadata.OfType<MakesNew>().Any();

    public long BodySize => metadata.OfType<BodySize>().LastOrDefault()?.Bytes ?? Api.BodySize.Default;

    public IEnumerable<RequestParameter> Parameters =>
        metadata.OfType<RequestParameter>().Where(parameter => !MakesNew || parameter.Name != HeaderNames.IfMatch);

    public IEnumerable<Failure> Failures => metadata.OfType<Failure>();

    public IEnumerable<string> PathNames =>
        RoutePatternFactory.Parse(description.RelativePath!).Parameters.Select(parameter => parameter.Name);

    public IEnumerable<AlternativeBody> AlternativeBodies => metadata.OfType<AlternativeBody>();

    public IEnumerable<AlternativeForm> AlternativeForms => metadata.OfType<AlternativeForm>();

    /// <summary>What it answers with when all went well.</summary>
    public IEnumerable<IProducesResponseTypeMetadata> Results => metadata.OfType<IProducesResponseTypeMetadata>();

    [GeneratedRegex("(?<=[a-z])[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
