using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Koppla.Benchmarks.Supervised.Floor;

/// <summary>The commands of a supervised call by a plain <see cref="HttpClient"/>: no signature, no repeatability, answers unread.</summary>
internal sealed class FloorCommands(HttpClient client, Uri provider)
{
    public const string Version = "?api-version=2024-06-15";

    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task AnswerAsync(string handle, string callback) => PostAsync(":answer", json =>
    {
        json.WriteString("incomingCallContext"u8, handle);
        json.WriteString("callbackUri"u8, callback);
        json.WriteString("operationContext"u8, "answer"u8);
    });

    public Task PlayRingbackAsync(string connection) => PostAsync($"/{connection}:play", json =>
    {
        json.WriteStartArray("playSources"u8);
        json.WriteStartObject();
        json.WriteString("kind"u8, "file"u8);
        json.WriteStartObject("file"u8);
        json.WriteString("uri"u8, "http://127.0.0.1/api/sounds/ringback.wav"u8);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("playOptions"u8);
        json.WriteBoolean("loop"u8, true);
        json.WriteEndObject();
    });

    public Task InviteAsync(string connection, string app, int step) => PostAsync($"/{connection}/participants:add", json =>
    {
        json.WriteStartObject("participantToAdd"u8);
        json.WriteString("rawId"u8, app);
        json.WriteStartObject("communicationUser"u8);
        json.WriteString("id"u8, app);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteNumber("invitationTimeoutInSeconds"u8, 20);
        json.WriteString("operationContext"u8, step.ToString(CultureInfo.InvariantCulture));
    });

    public Task StopMediaAsync(string connection) => PostAsync($"/{connection}:cancelAllMediaOperations", _ => { });

    public Task HangUpAsync(string connection) => PostAsync($"/{connection}:terminate", _ => { });

    private async Task PostAsync(string operation, Action<Utf8JsonWriter> members)
    {
        using var body = new MemoryStream();
        await using (var json = new Utf8JsonWriter(body, Plain))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        using var content = new ByteArrayContent(body.GetBuffer(), 0, (int)body.Length) { Headers = { ContentType = Json } };
        using var answer = await client.PostAsync(new Uri(provider, $"/calling/callConnections{operation}{Version}"), content);
        answer.EnsureSuccessStatusCode();
    }
}
