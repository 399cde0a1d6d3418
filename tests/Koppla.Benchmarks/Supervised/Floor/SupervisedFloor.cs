using System.Text.Json;
using Azure.Data.Tables;
using Koppla.Local.Example;
using Microsoft.AspNetCore.Http;

namespace Koppla.Benchmarks.Supervised.Floor;

/// <summary>
/// The least that any program with these libraries does for a supervised call that survives the program: claim it, and for every event
/// that moves it one read, one update by compare-and-swap, and the commands. No rules, no trace, no tokens, no time limits.
/// </summary>
internal sealed class SupervisedFloor(string tables, FloorCommands provider)
{
    public const string Path = "/supervised";
    public const string DecidingPath = Path + "/deciding";

    private const string EventType = "Microsoft.Communication.";
    private const string Row = "call";

    private readonly TableClient numbers = new(tables, "numbers");
    private readonly TableClient users = new(tables, "users");
    private readonly TableClient records = new(tables, "calls");
    private readonly TableClient calls = new(tables, "floorsupervisedcalls");

    public Task OpenAsync(CancellationToken cancellation) => calls.CreateIfNotExistsAsync(cancellation);

    public async Task AnswerAsync(HttpContext http)
    {
        using var delivery = await JsonDocument.ParseAsync(http.Request.Body);
        var told = delivery.RootElement[0];
        var type = told.TryGetProperty("type", out var cloud) ? cloud : told.GetProperty("eventType");
        var (what, data) = (type.GetString()![EventType.Length..], told.GetProperty("data"));
        if (what == "IncomingCall")
        {
            await ClaimAsync(http.Request, data);
            return;
        }

        var path = http.Request.Path.Value!;
        var call = (await calls.GetEntityAsync<TableEntity>(path[(path.LastIndexOf('/') + 1)..], Row)).Value;
        await MoveAsync(call, what, data.GetProperty("callConnectionId").GetString()!);
    }

    private async Task ClaimAsync(HttpRequest request, JsonElement data)
    {
        var called = data.GetProperty("to").GetProperty("phoneNumber").GetProperty("value").GetString()!;
        var handle = data.GetProperty("incomingCallContext").GetString()!;
        await ReadUserAsync(called);

        var id = handle[..10];
        var callback = $"http://{request.Host}{request.Path}/{id}";
        await calls.AddEntityAsync(new TableEntity(id, Row)
        {
            ["Called"] = called,
            ["Handle"] = handle,
            ["Callback"] = callback,
            ["Phase"] = "answering",
            ["Deciding"] = request.Path == DecidingPath,
        });
        await provider.AnswerAsync(handle, callback);
    }

    private async Task MoveAsync(TableEntity call, string what, string connection)
    {
        switch (what)
        {
            case "CallConnected":
                await StoreAsync(call, "ringing");
                await provider.PlayRingbackAsync(connection);
                await provider.InviteAsync(connection, ExamplePeople.AppOf(ExamplePeople.Lars), 1);
                break;
            case "AddParticipantFailed":
                await DecideAsync(call);
                await StoreAsync(call, "ringing-again");
                await provider.InviteAsync(connection, ExamplePeople.AppOf(ExamplePeople.Anna), 2);
                break;
            case "AddParticipantSucceeded":
                await StoreAsync(call, "talking");
                await provider.StopMediaAsync(connection);
                break;
            case "ParticipantsUpdated":
                await StoreAsync(call, "ending");
                await provider.HangUpAsync(connection);
                break;
            default:
                await records.AddEntityAsync(new TableEntity("floor", call.PartitionKey) { ["Called"] = call["Called"], ["Outcome"] = "answered" });
                await StoreAsync(call, "ended");
                break;
        }
    }

    private async Task DecideAsync(TableEntity call)
    {
        if (call.GetBoolean("Deciding") == true)
        {
            var user = await ReadUserAsync(call.GetString("Called"));
            await users.GetEntityAsync<TableEntity>(user.PartitionKey, ExamplePeople.Anna.Id.ToString());
        }
    }

    private async Task<TableEntity> ReadUserAsync(string called)
    {
        var number = (await numbers.GetEntityAsync<TableEntity>(called[1..], "number")).Value;
        return (await users.GetEntityAsync<TableEntity>(number.GetString("Organisation"), number.GetString("User"))).Value;
    }

    private async Task StoreAsync(TableEntity call, string phase)
    {
        call["Phase"] = phase;
        await calls.UpdateEntityAsync(call, call.ETag, TableUpdateMode.Replace);
    }
}
