using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>Identifiers on the wire: <c>rawId</c> and one object named after the kind. Requests never carry <c>kind</c> itself.</summary>
internal static class IdentifierJson
{
    public static void Identifier(this Utf8JsonWriter json, ReadOnlySpan<byte> name, CommunicationIdentifier identifier)
    {
        json.WritePropertyName(name);
        json.Identifier(identifier);
    }

    public static void Identifiers(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<CommunicationIdentifier> identifiers)
    {
        json.WriteStartArray(name);
        foreach (var identifier in identifiers)
        {
            json.Identifier(identifier);
        }

        json.WriteEndArray();
    }

    /// <summary>The bare model <c>{ "appId": …, "cloud": … }</c> of a Teams application.</summary>
    public static void TeamsApp(this Utf8JsonWriter json, ReadOnlySpan<byte> name, MicrosoftTeamsAppIdentifier app)
    {
        json.WriteStartObject(name);
        json.WriteString("appId"u8, app.AppId);
        json.WriteString("cloud"u8, app.Cloud.ToString());
        json.WriteEndObject();
    }

    /// <summary>An identifier in a response or event; <c>null</c> when the member is missing.</summary>
    /// <exception cref="JsonException">The identifier has no <c>rawId</c>.</exception>
    public static CommunicationIdentifier? Identifier(this JsonElement parent, string name) =>
        parent.Member(name) is { } json ? Identifier(json) : null;

    public static CommunicationIdentifier Identifier(JsonElement json)
    {
        var rawId = json.Required("rawId");
        return json switch
        {
            _ when json.Member("phoneNumber") is { } phone => new PhoneNumberIdentifier(phone.Required("value"), rawId),
            _ when json.Member("communicationUser") is { } user => new CommunicationUserIdentifier(user.Required("id")),
            _ when json.Member("microsoftTeamsUser") is { } user =>
                new MicrosoftTeamsUserIdentifier(user.Required("userId"), user.Flag("isAnonymous") ?? false, user.Cloud(), rawId),
            _ when json.Member("microsoftTeamsApp") is { } app => new MicrosoftTeamsAppIdentifier(app.Required("appId"), app.Cloud()),
            _ when json.Member("teamsExtensionUser") is { } user =>
                new TeamsExtensionUserIdentifier(user.Required("userId"), user.Required("tenantId"), user.Required("resourceId"), user.Cloud(), rawId),
            _ => new UnknownIdentifier(rawId),
        };
    }

    private static CommunicationCloudEnvironment? Cloud(this JsonElement json) =>
        json.Text("cloud") is { } cloud ? new CommunicationCloudEnvironment(cloud) : default(CommunicationCloudEnvironment?);

    private static void Identifier(this Utf8JsonWriter json, CommunicationIdentifier identifier)
    {
        json.WriteStartObject();
        json.WriteString("rawId"u8, identifier.RawId);
        switch (identifier)
        {
            case PhoneNumberIdentifier phone: json.Phone(phone); break;
            case CommunicationUserIdentifier user: json.User("communicationUser"u8, user); break;
            case MicrosoftTeamsUserIdentifier user: json.TeamsUser(user); break;
            case MicrosoftTeamsAppIdentifier app: json.TeamsApp("microsoftTeamsApp"u8, app); break;
            case TeamsExtensionUserIdentifier user: json.TeamsExtensionUser(user); break;
        }

        json.WriteEndObject();
    }

    private static void Phone(this Utf8JsonWriter json, PhoneNumberIdentifier phone)
    {
        json.WriteStartObject("phoneNumber"u8);
        json.WriteString("value"u8, phone.PhoneNumber);
        if (phone.IsAnonymous)
        {
            json.WriteBoolean("isAnonymous"u8, value: true);
        }

        json.Optional("assertedId"u8, phone.AssertedId);
        json.WriteEndObject();
    }

    private static void TeamsUser(this Utf8JsonWriter json, MicrosoftTeamsUserIdentifier user)
    {
        json.WriteStartObject("microsoftTeamsUser"u8);
        json.WriteString("userId"u8, user.UserId);
        json.WriteBoolean("isAnonymous"u8, user.IsAnonymous);
        json.WriteString("cloud"u8, user.Cloud.ToString());
        json.WriteEndObject();
    }

    private static void TeamsExtensionUser(this Utf8JsonWriter json, TeamsExtensionUserIdentifier user)
    {
        json.WriteStartObject("teamsExtensionUser"u8);
        json.WriteString("userId"u8, user.UserId);
        json.WriteString("tenantId"u8, user.TenantId);
        json.WriteString("resourceId"u8, user.ResourceId);
        json.WriteString("cloud"u8, user.Cloud.ToString());
        json.WriteEndObject();
    }
}
