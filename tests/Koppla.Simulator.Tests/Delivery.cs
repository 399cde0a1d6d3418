using System.Text.Json;

namespace Koppla.Simulator.Tests;

/// <summary>One request that the simulator sent to the application.</summary>
internal sealed record Delivery(string Path, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json { get; } = Body.Length == 0 ? default : JsonDocument.Parse(Body).RootElement;

    /// <summary>The event itself, out of its array if it is in one.</summary>
    public JsonElement Event => Json.ValueKind == JsonValueKind.Array ? Json[0] : Json;

    public JsonElement Data => Event.GetProperty("data");

    public string Type => (Event.TryGetProperty("type", out var type) ? type : Event.GetProperty("eventType")).GetString()!.Split('.')[^1];

    public string Text(string name) => Data.GetProperty(name).GetString()!;

    /// <summary>How many participants a roster has.</summary>
    public int Participants => Data.GetProperty("participants").GetArrayLength();

    /// <summary>Whether it is about this correlationId or callConnectionId.</summary>
    public bool Concerns(string id) =>
        string.Equals(Text("correlationId"), id, StringComparison.Ordinal)
        || (Data.TryGetProperty("callConnectionId", out var connection) && string.Equals(connection.GetString(), id, StringComparison.Ordinal));

    public (int Code, int SubCode) Result
    {
        get
        {
            var result = Data.GetProperty("resultInformation");
            return (result.GetProperty("code").GetInt32(), result.GetProperty("subCode").GetInt32());
        }
    }
}
