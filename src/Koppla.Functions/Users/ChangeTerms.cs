using System.Reflection;
using Azure;
using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Api.Idempotency;
using Koppla.Routing.Decisions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.Users;

/// <summary>How a change is to be made: to which version, really or only tried, and once however often it is asked for.</summary>
internal sealed class ChangeTerms : IRequestPart, IEndpointParameterMetadataProvider
{
    private static readonly RequestParameter[] Parameters =
    [
        RequestParameter.Flag("dryRun", "True: everything is checked and nothing is changed; the answer tells what would be."),
        ReaderLanguage.Header,
        RequestParameter.Header("If-Match", "The `ETag` of the version that the change is meant for, or `*`."),
    ];

    private static readonly RequestParameter CreatesOnlyParameter =
        RequestParameter.Header("If-None-Match", "`*`: create, and never replace.");

    private readonly HttpRequest request;

    private ChangeTerms(HttpRequest request) => this.request = request;

    public Problem? Problem { get; private init; }

    /// <summary>True: everything is checked and nothing is changed.</summary>
    public bool DryRun { get; private init; }

    /// <summary>Null: the request may be repeated by itself, or does not care.</summary>
    public string? Key { get; private init; }

    /// <summary>The request asks to create and never to replace.</summary>
    public bool CreatesOnly => EntityTag.CreatesOnly(request);

    /// <summary>In which a dry run is told.</summary>
    public Language Language => ReaderLanguage.Of(request);

    public bool Allows(ETag version) => EntityTag.Allows(request, version);

    public static ValueTask<ChangeTerms?> BindAsync(HttpContext context) => ValueTask.FromResult<ChangeTerms?>(Of(context.Request));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Reads(Parameters);
        builder.Fails(StatusCodes.Status412PreconditionFailed, Problems.VersionChanged.Name);
        builder.Fails(StatusCodes.Status409Conflict, Problems.Contended.Name);
        switch (builder.Metadata.OfType<IHttpMethodMetadata>().Single().HttpMethods)
        {
            case ["PUT"]:
                builder.Reads(CreatesOnlyParameter);
                break;
            case ["POST"]:
                IdempotencyKey.PopulateMetadata(builder);
                break;
        }
    }

    private static ChangeTerms Of(HttpRequest request)
    {
        if (DryRunOf(request.Query) is not { } dryRun)
        {
            return new(request) { Problem = Problems.Parameter("dryRun", "dryRun is true or false.") };
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            return new(request) { DryRun = dryRun };
        }

        var key = IdempotencyKey.Of(request);
        return new(request) { DryRun = dryRun, Key = key.Value, Problem = key.Problem };
    }

    private static bool? DryRunOf(IQueryCollection query) => query["dryRun"] switch
    {
        [] => false,
        ["true"] => true,
        ["false"] => false,
        _ => null,
    };
}
