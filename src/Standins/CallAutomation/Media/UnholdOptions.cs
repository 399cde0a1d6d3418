using System.Text.Json;

namespace Azure.Communication.CallAutomation;

public sealed class UnholdOptions : IRequestBody
{
    public UnholdOptions(CommunicationIdentifier targetParticipant)
    {
        ArgumentNullException.ThrowIfNull(targetParticipant);
        TargetParticipant = targetParticipant;
    }

    public CommunicationIdentifier TargetParticipant { get; }

    /// <summary>Where events of this operation go instead of the call's callback URI.</summary>
    public Uri? OperationCallbackUri { get; set; }

    /// <summary>Echoed by the events.</summary>
    public string? OperationContext { get; set; }

    void IRequestBody.Write(Utf8JsonWriter json)
    {
        json.Identifier("targetParticipant"u8, TargetParticipant);
        json.Context(OperationContext, OperationCallbackUri);
    }
}
