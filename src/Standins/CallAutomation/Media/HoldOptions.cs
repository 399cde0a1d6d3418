using System.Text.Json;

namespace Azure.Communication.CallAutomation;

public sealed class HoldOptions : IRequestBody
{
    public HoldOptions(CommunicationIdentifier targetParticipant)
    {
        ArgumentNullException.ThrowIfNull(targetParticipant);
        TargetParticipant = targetParticipant;
    }

    public CommunicationIdentifier TargetParticipant { get; }

    /// <summary>Music, looped. Default: silence.</summary>
    public PlaySource? PlaySource { get; set; }

    /// <summary>Where events of this operation go instead of the call's callback URI.</summary>
    public Uri? OperationCallbackUri { get; set; }

    /// <summary>Echoed by the events.</summary>
    public string? OperationContext { get; set; }

    void IRequestBody.Write(Utf8JsonWriter json)
    {
        json.Identifier("targetParticipant"u8, TargetParticipant);
        json.Source("playSourceInfo"u8, PlaySource);
        json.Context(OperationContext, OperationCallbackUri);
    }
}
