using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>How requests write their members. An optional member that is not set is left out.</summary>
internal static class RequestJson
{
    public static void Optional(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void Optional(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Uri? value) => json.Optional(name, value?.AbsoluteUri);

    /// <summary>The two members that most operations share: what events will echo, and where they go.</summary>
    public static void Context(this Utf8JsonWriter json, string? context, Uri? callbackUri)
    {
        json.Optional("operationContext"u8, context);
        json.Optional("operationCallbackUri"u8, callbackUri);
    }

    /// <summary>As <see cref="Context"/>, for operations whose events are always told apart: a fresh GUID when no context is given.</summary>
    public static void ContextOrNew(this Utf8JsonWriter json, string? context, Uri? callbackUri) =>
        json.Context(context ?? Guid.NewGuid().ToString(), callbackUri);

    /// <summary>The bare model <c>{ "value": … }</c> of a caller id.</summary>
    public static void CallerId(this Utf8JsonWriter json, ReadOnlySpan<byte> name, PhoneNumberIdentifier? number)
    {
        if (number is not null)
        {
            json.WriteStartObject(name);
            json.WriteString("value"u8, number.PhoneNumber);
            json.WriteEndObject();
        }
    }

    /// <summary>The bare model <c>{ "id": … }</c> of a user.</summary>
    public static void User(this Utf8JsonWriter json, ReadOnlySpan<byte> name, CommunicationUserIdentifier? user)
    {
        if (user is not null)
        {
            json.WriteStartObject(name);
            json.WriteString("id"u8, user.Id);
            json.WriteEndObject();
        }
    }

    public static void Intelligence(this Utf8JsonWriter json, CallIntelligenceOptions? options)
    {
        if (options?.CognitiveServicesEndpoint is { } endpoint)
        {
            json.WriteStartObject("callIntelligenceOptions"u8);
            json.WriteString("cognitiveServicesEndpoint"u8, endpoint.AbsoluteUri);
            json.WriteEndObject();
        }
    }

    /// <summary>Both maps, empty ones too.</summary>
    public static void CustomContext(this Utf8JsonWriter json, CustomCallingContext context)
    {
        json.WriteStartObject("customCallingContext"u8);
        json.Headers("voipHeaders"u8, context.VoipHeaders);
        json.Headers("sipHeaders"u8, context.SipHeaders);
        json.WriteEndObject();
    }

    public static void Tones(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<DtmfTone> tones)
    {
        json.WriteStartArray(name);
        foreach (var tone in tones)
        {
            json.WriteStringValue(tone.ToString());
        }

        json.WriteEndArray();
    }

    private static void Headers(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IDictionary<string, string> headers)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in headers)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }
}
