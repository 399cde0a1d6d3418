using Koppla.Functions.Api;
using Koppla.Functions.Tests.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Tests.Documentation;

/// <summary>Every endpoint has a policy, and a place in the document.</summary>
public sealed class RouteTests(ApiFixture fixture)
{
    /// <summary>What is open to everyone, and no part of the API that the document describes.</summary>
    private static readonly string[] open =
    [
        "/health/live", "/health/ready", "/sounds/ringback.wav", "/sounds/hold.wav", "/openapi/v1.json", "/docs/{documentName?}",
        "/docs/favicon.svg", "/docs/scalar.js", "/docs/scalar.aspnetcore.js",
    ];

    [Fact]
    public void Every_endpoint_has_a_policy_or_is_one_of_the_few_that_are_open() =>
        Assert.Equal(open.Order(StringComparer.Ordinal), Endpoints()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy is null)
            .Select(Pattern).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_other_endpoint_is_in_the_document() => Assert.Equal(
        KeptDocument.Operations.Select(operation => $"{operation.Method} {operation.Path}").Order(StringComparer.Ordinal),
        Endpoints().Where(endpoint => !open.Contains(Pattern(endpoint), StringComparer.Ordinal)).Select(
            endpoint => $"{endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Single()} {Pattern(endpoint)}").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_operation_has_a_name_and_a_line_that_says_what_it_does() => Assert.All(KeptDocument.Operations, operation =>
    {
        Assert.Matches("^[a-z][A-Za-z]+$", operation.Id);
        Assert.EndsWith(".", operation.Described.Summary, StringComparison.Ordinal);
    });

    [Fact]
    public void Every_parameter_is_described() => Assert.All(
        KeptDocument.Operations.SelectMany(operation => operation.Parameters, (operation, parameter) => (operation, parameter)),
        each => Assert.False(string.IsNullOrEmpty(each.parameter.Description), $"{each.parameter.Name} of {each.operation}"));

    private static string Pattern(RouteEndpoint endpoint) =>
        "/" + endpoint.RoutePattern.RawText!.Trim('/');

    private IEnumerable<RouteEndpoint> Endpoints()
    {
        fixture.Host.Services.GetRequiredService<IApiPipeline>(); // which maps them
        return fixture.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
    }
}
