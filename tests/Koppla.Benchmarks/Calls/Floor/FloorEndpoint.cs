using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;

namespace Koppla.Benchmarks.Calls.Floor;

/// <summary>
/// The least that any program with these libraries does for a call: parse the event, read the number and then its destination,
/// post the redirect. No rules, no trace, no signature, no repeatability, no time limits.
/// </summary>
internal sealed class FloorEndpoint(string tables, HttpClient provider, Uri redirect)
{
    public const string RecordingPath = "/recording";

    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TableClient numbers = new(tables, "numbers");
    private readonly TableClient calls = new(tables, "calls");

    public async Task AnswerAsync(HttpContext http)
    {
        using var delivery = await JsonDocument.ParseAsync(http.Request.Body);
        var root = delivery.RootElement;
        var data = (root.ValueKind == JsonValueKind.Array ? root[0] : root).GetProperty("data");
        var called = data.GetProperty("to").GetProperty("phoneNumber").GetProperty("value").GetString()!;
        var handle = data.GetProperty("incomingCallContext").GetString()!;

        var number = await ReadAsync(called);
        var destination = number!.GetString("Destination");
        if (await ReadAsync(destination) is not null)
        {
            throw new InvalidOperationException("The destination should be outside.");
        }

        await RedirectAsync(handle, destination);
        if (http.Request.Path == RecordingPath)
        {
            await calls.AddEntityAsync(new TableEntity("floor", handle[..10]) { ["Called"] = called, ["Target"] = destination });
        }
    }

    private async Task<TableEntity?> ReadAsync(string number)
    {
        var entity = await numbers.GetEntityIfExistsAsync<TableEntity>(number[1..], "number");
        return entity.HasValue ? entity.Value : null;
    }

    private async Task RedirectAsync(string handle, string destination)
    {
        var body = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(body, Plain))
        {
            json.WriteStartObject();
            json.WriteString("incomingCallContext"u8, handle);
            json.WriteStartObject("target"u8);
            json.WriteString("rawId"u8, $"4:{destination}");
            json.WriteStartObject("phoneNumber"u8);
            json.WriteString("value"u8, destination);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        using var content = new ReadOnlyMemoryContent(body.WrittenMemory) { Headers = { ContentType = Json } };
        using var answer = await provider.PostAsync(redirect, content);
        answer.EnsureSuccessStatusCode();
    }
}
