using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Storage;
using Koppla.Functions.Tests.Storage;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Tests.IncomingCalls;

/// <summary>The app's own storage client against a service that fails on the wire.</summary>
public sealed class BrokenStorageTests
{
    private static readonly Dictionary<string, RequestDelegate> Faults = new(StringComparer.Ordinal)
    {
        ["503 ServerBusy"] = context => Fail(context, 503, "ServerBusy"),
        ["503 that says when"] = context =>
        {
            context.Response.Headers.RetryAfter = "0";
            return Fail(context, 503, "ServerBusy");
        },
        ["500 OperationTimedOut"] = context => Fail(context, 500, "OperationTimedOut"),
        ["403"] = context => Fail(context, 403, "AuthenticationFailed"),
        ["404 TableNotFound"] = context => Fail(context, 404, "TableNotFound"),
        ["reset"] = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        },
        ["reset while reading"] = async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("{\"PartitionKey\":");
            await context.Response.Body.FlushAsync();
            context.Abort();
        },
        ["no JSON"] = context => Answer(context, "<html></html>"),
        ["half a document"] = context => Answer(context, "{\"PartitionKey\":\"46"),
        ["an empty document"] = context => Answer(context, "{}"),
        ["nothing"] = context => Answer(context, ""),
    };

    public static TheoryData<string> FaultNames => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(FaultNames))]
    public async Task A_call_ends_somewhere_and_asks_for_its_record_to_be_written_later(string fault)
    {
        await using var storage = await BrokenStorage.StartAsync(Faults[fault]);
        using var exchange = Exchange(storage);

        var handling = await exchange.CallAsync(Numbers.Reserved);

        // A table that is missing cannot be told from an entity that is.
        var expected = fault == "404 TableNotFound" ? "reject None" : $"redirect {Numbers.Reception.E164}";
        Assert.Equal([expected], exchange.Provider.Asked);
        Assert.InRange(storage.Requests, 2, 4);
        Assert.Contains(handling, new[] { Handling.Done, Handling.TryAgain });
    }

    [Fact]
    public async Task A_service_that_never_answers_is_given_two_and_a_half_seconds()
    {
        await using var storage = await BrokenStorage.StartAsync(Hang);
        using var exchange = Exchange(storage);
        var commanded = new TaskCompletionSource();
        exchange.Provider.Answer = (_, _) =>
        {
            commanded.TrySetResult();
            return Task.FromResult(Functions.Telephony.CommandResult.Accepted);
        };

        var handling = exchange.CallAsync(Numbers.Reserved);
        await storage.Asked;
        exchange.Time.Advance(CallBudget.Read);
        await commanded.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal([$"redirect {Numbers.Reception.E164}"], exchange.Provider.Asked);
        Assert.Equal(Handling.TryAgain, await handling.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    private static Exchange Exchange(BrokenStorage storage) => new(
        StorageServices.CreateClient(new StorageOptions { ConnectionString = storage.ConnectionString }),
        new FallbackOptions.Rule { Prefix = "+46", Destination = Numbers.Reception.E164 });

    private static Task Fail(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        context.Response.Headers["x-ms-error-code"] = code;
        return Answer(context, $$$"""{"odata.error":{"code":"{{{code}}}","message":{"lang":"en","value":"No."} } }""");
    }

    private static Task Answer(HttpContext context, string body)
    {
        context.Response.ContentType = "application/json;odata=minimalmetadata";
        return context.Response.WriteAsync(body);
    }

    private static async Task Hang(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }
}
