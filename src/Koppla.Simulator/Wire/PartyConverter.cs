using System.Text.Json;
using System.Text.Json.Serialization;

namespace Koppla.Simulator.Wire;

/// <summary>Lenient in (no kind, raw id alone, or a nested object alone), strict out (kind, rawId and one nested object).</summary>
internal sealed class PartyConverter : JsonConverter<Party>
{
    public override Party? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var model = JsonElement.ParseValue(ref reader);
        if (model.ValueKind != JsonValueKind.Object)
            throw new JsonException("An identifier is an object.");

        var rawId = Text(model, "rawId") ?? FromNested(model);
        return string.IsNullOrEmpty(rawId) ? throw new JsonException("An identifier needs a rawId or a nested object.") : new Party(rawId);
    }

    public override void Write(Utf8JsonWriter writer, Party value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        var kind = value.Kind;
        var name = JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
        writer.WriteString("kind"u8, name);
        writer.WriteString("rawId"u8, value.RawId);
        if (kind != PartyKind.Unknown)
        {
            writer.WriteStartObject(name);
            WriteNested(writer, value, kind);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteNested(Utf8JsonWriter writer, Party value, PartyKind kind)
    {
        var parts = value.RawId.Split(':', 3);
        switch (kind)
        {
            case PartyKind.PhoneNumber:
                writer.WriteString("value"u8, value.Number);
                if (value.IsAnonymous)
                    writer.WriteBoolean("isAnonymous"u8, true);
                break;
            case PartyKind.CommunicationUser:
                writer.WriteString("id"u8, value.RawId);
                break;
            case PartyKind.MicrosoftTeamsUser:
                writer.WriteString("userId"u8, parts[2]);
                writer.WriteBoolean("isAnonymous"u8, parts[1] is "teamsvisitor");
                writer.WriteString("cloud"u8, Cloud(parts[1]));
                break;
            case PartyKind.MicrosoftTeamsApp:
                writer.WriteString("appId"u8, parts[2]);
                writer.WriteString("cloud"u8, Cloud(parts[1]));
                break;
            case PartyKind.TeamsExtensionUser:
                var ids = parts[2].Split('_');
                writer.WriteString("userId"u8, ids[2]);
                writer.WriteString("tenantId"u8, ids[1]);
                writer.WriteString("resourceId"u8, ids[0]);
                writer.WriteString("cloud"u8, "public");
                break;
        }
    }

    private static string Cloud(string prefix) => prefix is "dod" or "gcch" ? prefix : "public";

    private static string? FromNested(JsonElement model)
    {
        if (Nested(model, "phoneNumber", "value") is { } number)
            return "4:" + number;
        if (Nested(model, "communicationUser", "id") is { } user)
            return user;
        if (Nested(model, "microsoftTeamsUser", "userId") is { } person)
            return "8:orgid:" + person;
        if (Nested(model, "microsoftTeamsApp", "appId") is { } app)
            return "28:orgid:" + app;
        return Nested(model, "teamsExtensionUser", "userId") is { } extension
            ? $"8:acs:{Nested(model, "teamsExtensionUser", "resourceId")}_{Nested(model, "teamsExtensionUser", "tenantId")}_{extension}"
            : null;
    }

    private static string? Nested(JsonElement model, string name, string member) =>
        model.TryGetProperty(name, out var nested) && nested.ValueKind == JsonValueKind.Object ? Text(nested, member) : null;

    private static string? Text(JsonElement model, string name) =>
        model.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
