using System.Reflection;
using Azure;
using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Api.Idempotency;
using Koppla.Functions.Audit;
using Koppla.Functions.Security;
using Koppla.Routing.Decisions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.Users;

/// <summary>How a change is to be made: to which version, really or only tried, and once however often it is asked for.</summary>
internal sealed class ChangeTerms : IRequestPart, IEndpointParameterMetadataProvider
{
    /// <summary>How often a change is tried when others change the same thing at the same time.</summary>
    public const int Tries = 3;

    private static readonly RequestParameter[] Parameters =
    [
        RequestParameter.Flag("dryRun", "True: everything is checked and nothing is changed; the answer tells what would be."),
        RequestParameter.Word("confirm", "`external`: that calls leave the organisation for the first time is meant.", "external"),
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

    /// <summary>Who asks knows that calls will leave the organisation for the first time.</summary>
    public bool ConfirmsExternal { get; private init; }

    /// <summary>Null: the request may be repeated by itself, or does not care.</summary>
    public string? Key { get; private init; }

    /// <summary>The request asks to create and never to replace.</summary>
    public bool CreatesOnly => EntityTag.CreatesOnly(request);

    /// <summary>The request asks to replace a version and never to create.</summary>
    public bool ReplacesOnly => EntityTag.ReplacesOnly(request);

    /// <summary>In which a dry run is told.</summary>
    public Language Language => ReaderLanguage.Of(request);

    /// <summary>Who makes the change, for the audit log.</summary>
    public Author By(Person person) => Author.Of(person, request.HttpContext);

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

        if (ConfirmsExternalOf(request.Query) is not { } confirms)
        {
            return new(request) { Problem = Problems.Parameter("confirm", "What can be confirmed is external.") };
        }

        var key = HttpMethods.IsPost(request.Method) ? IdempotencyKey.Of(request) : null;
        return new(request) { DryRun = dryRun, ConfirmsExternal = confirms, Key = key?.Value, Problem = key?.Problem };
    }

    private static bool? ConfirmsExternalOf(IQueryCollection query) => query["confirm"] switch
    {
        [] => false,
        ["external"] => true,
        _ => null,
    };

    private static bool? DryRunOf(IQueryCollection query) => query["dryRun"] switch
    {
        [] => false,
        ["true"] => true,
        ["false"] => false,
        _ => null,
    };
}
