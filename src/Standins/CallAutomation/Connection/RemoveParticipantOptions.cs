using System.Text.Json;

namespace Azure.Communication.CallAutomation;

public sealed class RemoveParticipantOptions : IRequestBody
{
    public RemoveParticipantOptions(CommunicationIdentifier participantToRemove)
    {
        ArgumentNullException.ThrowIfNull(participantToRemove);
        ParticipantToRemove = participantToRemove;
    }

    public CommunicationIdentifier ParticipantToRemove { get; }

    /// <summary>Where events of this operation go instead of the call's callback URI.</summary>
    public Uri? OperationCallbackUri { get; set; }

    /// <summary>Echoed by the events. Default: a fresh GUID.</summary>
    public string? OperationContext { get; set; }

    void IRequestBody.Write(Utf8JsonWriter json)
    {
        json.Identifier("participantToRemove"u8, ParticipantToRemove);
        json.ContextOrNew(OperationContext, OperationCallbackUri);
    }
}
