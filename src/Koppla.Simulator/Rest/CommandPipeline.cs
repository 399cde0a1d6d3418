using System.Globalization;
using Koppla.Simulator.Calls;
using Koppla.Simulator.Events;
using Koppla.Simulator.Faults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Simulator.Rest;

/// <summary>What every command goes through: authentication, planned faults, repetition, execution, record, answer.</summary>
internal sealed class CommandPipeline(Exchange exchange, Authenticator authenticator)
{
    private static readonly TimeSpan LongestOvertaking = TimeSpan.FromSeconds(2);
    private readonly RepeatedAnswers repeated = new(exchange.Time);

    public async Task RunAsync(HttpContext http, Operation operation)
    {
        if (http.Request.Headers.TryGetValue("x-ms-client-request-id", out var id))
            http.Response.Headers["x-ms-client-request-id"] = id;

        var body = await ReadAsync(http);
        if (await authenticator.RefuseAsync(http.Request, body) is { } reason)
        {
            await WriteAsync(http, Refusals.Unauthorized(reason));
            return;
        }

        var fault = exchange.Faults.Commands.Take(operation.Name, CallOf(http));
        if (Refuse(http, operation, out var repeatability) is { } refusal)
            await WriteAsync(http, refusal);
        else if (fault?.Status is { } status)
            await WriteFaultAsync(http, fault, status);
        else
            await ExecuteAsync(http, operation, body, repeatability, fault);
    }

    private string? CallOf(HttpContext http) =>
        http.GetRouteValue("id") is string id && exchange.Connections.TryGetValue(id, out var connection) ? connection.Call.CorrelationId : null;

    private static Reply? Refuse(HttpContext http, Operation operation, out string? repeatability)
    {
        repeatability = null;
        if (string.IsNullOrEmpty(http.Request.Query["api-version"]))
            return Refusals.Error(400, "MissingApiVersionParameter", "The api-version query parameter is needed.");
        if (!operation.IsRepeatable || !http.Request.Headers.TryGetValue("Repeatability-Request-ID", out var id))
            return null;
        repeatability = id.ToString();
        return http.Request.Headers.ContainsKey("Repeatability-First-Sent") ? null : Refusals.Invalid("Repeatability-First-Sent is missing.");
    }

    private async Task ExecuteAsync(HttpContext http, Operation operation, byte[] body, string? repeatability, CommandFault? fault)
    {
        var path = http.Request.Path.Value!;
        var command = new Command(exchange, body, http.GetRouteValue("id") as string, http.GetRouteValue("rawId") as string);
        var (reply, executed, replayed) = repeated.Execute(path, repeatability, operation, command);
        executed.Journal?.Record(new(exchange.Time.GetUtcNow(), operation.Name, path, repeatability, replayed, reply.Status));

        var outbox = replayed ? null : command.Outbox;
        if (fault is { Hang: true } or { ResetAfterExecution: true })
        {
            outbox?.Uncork();
            if (fault.Hang)
                await Task.Delay(Timeout.InfiniteTimeSpan, exchange.Time, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            http.Abort();
            return;
        }

        if (fault is { EventOvertakes: true })
            await OvertakeAsync(outbox);
        else if (outbox is not null)
            http.Response.OnCompleted(static outbox => Uncork((CallbackOutbox)outbox), outbox);
        await WriteAsync(http, reply);
    }

    private async Task OvertakeAsync(CallbackOutbox? outbox)
    {
        if (outbox is null)
            return;
        var sent = outbox.NextSent;
        outbox.Uncork();
        await Task.WhenAny(sent, Task.Delay(LongestOvertaking, exchange.Time));
    }

    private static Task Uncork(CallbackOutbox outbox)
    {
        outbox.Uncork();
        return Task.CompletedTask;
    }

    private static async Task<byte[]> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength is 0)
            return [];
        using var body = new MemoryStream((int)(http.Request.ContentLength ?? 0));
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.ToArray();
    }

    private static Task WriteFaultAsync(HttpContext http, CommandFault fault, int status)
    {
        if (fault.RetryAfter is { } wait)
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var code = status switch
        {
            429 => "8516",
            500 => "9999",
            _ => status.ToString(CultureInfo.InvariantCulture),
        };
        return WriteAsync(http, Refusals.Error(status, code, "A planned fault."));
    }

    private static async Task WriteAsync(HttpContext http, Reply reply)
    {
        http.Response.StatusCode = reply.Status;
        if (reply.Body is null)
            return;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = reply.Body.Length;
        await http.Response.Body.WriteAsync(reply.Body, http.RequestAborted);
    }
}
