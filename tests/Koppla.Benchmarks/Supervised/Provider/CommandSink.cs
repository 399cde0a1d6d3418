using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Koppla.Benchmarks.Supervised.Provider;

/// <summary>The provider's end of supervised calls: takes every command and answers as the service does. A connection is named by its call's number.</summary>
internal sealed class CommandSink : IAsyncDisposable
{
    private const string Root = "/calling/callConnections";
    private const int DigitsOfHandle = 10;

    private readonly ConcurrentDictionary<int, OngoingCall> calls = new();
    private int last;
    private LoopbackServer? server;

    private CommandSink()
    {
    }

    public Uri BaseAddress => server!.BaseAddress;

    public static async Task<CommandSink> StartAsync(CancellationToken cancellation)
    {
        var sink = new CommandSink();
        sink.server = await LoopbackServer.StartAsync(sink.AnswerAsync, cancellation);
        return sink;
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    public OngoingCall Begin()
    {
        var call = new OngoingCall(Interlocked.Increment(ref last));
        calls[call.Number] = call;
        return call;
    }

    public void End(OngoingCall call) => calls.TryRemove(call.Number, out _);

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        var isAnswer = path == Root + ":answer";
        var (connection, operation) = isAnswer ? ("", "answer") : Split(path[(Root.Length + 1)..]);
        using var body = operation is "answer" or "participants:add" ? await JsonDocument.ParseAsync(http.Request.Body) : null;
        var command = body?.RootElement ?? default;
        var number = isAnswer ? command.GetProperty("incomingCallContext").GetString()![..DigitsOfHandle] : connection;
        if (!calls.TryGetValue(int.Parse(number, CultureInfo.InvariantCulture), out var call))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var callback = isAnswer ? command.GetProperty("callbackUri").GetString() : null;
        var context = body is null ? null : command.GetProperty("operationContext").GetString();
        call.Receive(operation, context, callback is null ? null : new Uri(callback));
        await ReplyAsync(http.Response, call, operation, context);
    }

    /// <summary><c>17:play</c> or <c>17/participants:add</c>.</summary>
    private static (string Connection, string Operation) Split(string path)
    {
        var at = path.AsSpan().IndexOfAny(':', '/');
        return (path[..at], path[(at + 1)..]);
    }

    private static Task ReplyAsync(HttpResponse response, OngoingCall call, string operation, string? context)
    {
        var (status, body) = operation switch
        {
            "answer" => (StatusCodes.Status200OK, $$"""
                {"callConnectionId":"{{call.Number}}","serverCallId":"server-call-{{call.Number}}","targets":[],"callConnectionState":"connecting","callbackUri":"{{call.Callback}}","correlationId":"correlation-{{call.Number}}"}
                """),
            "participants:add" => (StatusCodes.Status202Accepted, $$"""
                {"operationContext":"{{context}}","invitationId":"invitation-{{context}}"}
                """),
            "terminate" => (StatusCodes.Status204NoContent, null),
            _ => (StatusCodes.Status202Accepted, null),
        };
        response.StatusCode = status;
        if (body is null)
        {
            return Task.CompletedTask;
        }

        response.ContentType = "application/json";
        return response.WriteAsync(body);
    }
}
