using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>What the service knows of a call.</summary>
public sealed class CallConnectionProperties
{
    internal CallConnectionProperties(string callConnectionId, Uri callbackUri, IReadOnlyList<CommunicationIdentifier> targets)
    {
        CallConnectionId = callConnectionId;
        CallbackUri = callbackUri;
        Targets = targets;
    }

    public string CallConnectionId { get; }

    public string ServerCallId { get; internal init; } = string.Empty;

    public string CorrelationId { get; internal init; } = string.Empty;

    public CallConnectionState CallConnectionState { get; internal init; } = CallConnectionState.Unknown;

    public Uri CallbackUri { get; }

    public IReadOnlyList<CommunicationIdentifier> Targets { get; }

    public CommunicationIdentifier? Source { get; internal init; }

    public PhoneNumberIdentifier? SourceCallerIdNumber { get; internal init; }

    public string? SourceDisplayName { get; internal init; }

    public CommunicationUserIdentifier? AnsweredBy { get; internal init; }

    /// <summary>The number the caller dialled, when it was one of the telephone network.</summary>
    public PhoneNumberIdentifier? AnsweredFor { get; internal init; }

    /// <exception cref="JsonException">The id, the callback URI or the targets are missing.</exception>
    internal static CallConnectionProperties Read(JsonElement json) => new(
        json.Required("callConnectionId"),
        new Uri(json.Required("callbackUri")),
        json.TryGetProperty("targets", out _) ? json.List("targets", IdentifierJson.Identifier) : throw ResponseJson.Missing("targets"))
    {
        ServerCallId = json.Text("serverCallId") ?? string.Empty,
        CorrelationId = json.Text("correlationId") ?? string.Empty,
        CallConnectionState = json.Text("callConnectionState") ?? CallConnectionState.Unknown,
        Source = json.Identifier("source"),
        SourceCallerIdNumber = json.CallerId("sourceCallerIdNumber"),
        SourceDisplayName = json.Text("sourceDisplayName"),
        AnsweredBy = json.Member("answeredBy")?.Text("id") is { } id ? new CommunicationUserIdentifier(id) : null,
        AnsweredFor = json.CallerId("answeredFor"),
    };
}
