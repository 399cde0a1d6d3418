using System.Text.Json;

namespace Azure.Communication.CallAutomation;

public sealed class SendDtmfTonesOptions : IRequestBody
{
    /// <param name="tones">At most 18.</param>
    /// <param name="targetParticipant">A telephone.</param>
    public SendDtmfTonesOptions(IEnumerable<DtmfTone> tones, CommunicationIdentifier targetParticipant)
    {
        ArgumentNullException.ThrowIfNull(tones);
        ArgumentNullException.ThrowIfNull(targetParticipant);
        Tones = [.. tones];
        TargetParticipant = targetParticipant;
    }

    public IList<DtmfTone> Tones { get; }

    public CommunicationIdentifier TargetParticipant { get; }

    /// <summary>Where events of this operation go instead of the call's callback URI.</summary>
    public Uri? OperationCallbackUri { get; set; }

    /// <summary>Echoed by the events.</summary>
    public string? OperationContext { get; set; }

    void IRequestBody.Write(Utf8JsonWriter json)
    {
        json.Tones("tones"u8, Tones);
        json.Identifier("targetParticipant"u8, TargetParticipant);
        json.Context(OperationContext, OperationCallbackUri);
    }
}
