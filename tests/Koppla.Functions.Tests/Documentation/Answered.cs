using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Tests.Documentation;

/// <summary>Every answer that the endpoints of the document have given in this run, whichever test asked.</summary>
internal sealed record Answered(string Operation, int Status, string? MediaType, JsonNode? Body, IReadOnlyCollection<string> QueryNames)
{
    private static readonly ConcurrentQueue<Answered> all = new();

    public static IReadOnlyCollection<Answered> All => all;

    /// <summary>A service of hosts whose answers no document foresees.</summary>
    public sealed record BrokenOnPurpose;

    public string? Problem => MediaType == "application/problem+json" ? Body?["title"]?.GetValue<string>() : null;

    /// <summary>Runs the rest of the pipeline, and notes what it answers.</summary>
    public static async Task NoteAsync(HttpContext context, RequestDelegate next)
    {
        if (context.RequestServices.GetService<BrokenOnPurpose>() is not null)
        {
            await next(context);
            return;
        }

        var written = new TeeStream(context.Response.Body);
        context.Response.Body = written;
        try
        {
            await next(context);
        }
        finally
        {
            // Who reads a stream of events leaves it when it knows enough.
            if (OperationOf(context) is { } operation && (context.Response.HasStarted || !context.RequestAborted.IsCancellationRequested))
            {
                all.Enqueue(Of(operation, context, written));
            }
        }
    }

    private static Answered Of(string operation, HttpContext context, TeeStream written)
    {
        var media = context.Response.ContentType?.Split(';')[0];
        var isJson = media?.EndsWith("json", StringComparison.Ordinal) == true;
        return new Answered(
            operation,
            context.Response.StatusCode,
            media,
            isJson && written.Written.Length > 0 && !context.RequestAborted.IsCancellationRequested ? JsonNode.Parse(written.Written.Span) : null,
            [.. context.Request.Query.Keys]);
    }

    private static string? OperationOf(HttpContext context) =>
        (context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint)?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;
}
