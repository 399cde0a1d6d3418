using Azure;
using Koppla.Functions.Api;
using Koppla.Functions.Api.Idempotency;
using Koppla.Functions.Audit;
using Koppla.Functions.Security;
using Koppla.Routing.Decisions;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Koppla.Functions.Users;

/// <summary>How a change is to be made: to which version, really or only tried, and once however often it is asked for.</summary>
internal sealed class ChangeTerms : IRequestPart
{
    private readonly HttpRequest request;

    private ChangeTerms(HttpRequest request) => this.request = request;

    public Problem? Problem { get; private init; }

    /// <summary>True: everything is checked and nothing is changed.</summary>
    public bool DryRun { get; private init; }

    /// <summary>Null: the request may be repeated by itself, or does not care.</summary>
    public string? Key { get; private init; }

    /// <summary>The request asks to create and never to replace.</summary>
    public bool CreatesOnly => EntityTag.CreatesOnly(request);

    /// <summary>The request asks to change what is there and never to create.</summary>
    public bool NamesVersion => request.Headers.ContainsKey(HeaderNames.IfMatch);

    /// <summary>In which a dry run is told.</summary>
    public Language Language => ReaderLanguage.Of(request);

    /// <summary>Who makes the change, for the audit log.</summary>
    public Author By(Person person) => new(person.Id, ClientAddress.Of(request.HttpContext));

    public bool Allows(ETag version) => EntityTag.Allows(request, version);

    public static ValueTask<ChangeTerms?> BindAsync(HttpContext context) => ValueTask.FromResult<ChangeTerms?>(Of(context.Request));

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
