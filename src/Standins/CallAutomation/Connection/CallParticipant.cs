using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>Somebody in a call.</summary>
public sealed class CallParticipant
{
    internal CallParticipant(CommunicationIdentifier identifier, bool isMuted, bool isOnHold)
    {
        Identifier = identifier;
        IsMuted = isMuted;
        IsOnHold = isOnHold;
    }

    public CommunicationIdentifier Identifier { get; }

    public bool IsMuted { get; }

    public bool IsOnHold { get; }

    /// <exception cref="JsonException"><c>identifier</c> or <c>isMuted</c> is missing.</exception>
    internal static CallParticipant Read(JsonElement json) => new(
        json.Identifier("identifier") ?? throw ResponseJson.Missing("identifier"),
        json.Flag("isMuted") ?? throw ResponseJson.Missing("isMuted"),
        json.Flag("isOnHold") ?? false);
}
