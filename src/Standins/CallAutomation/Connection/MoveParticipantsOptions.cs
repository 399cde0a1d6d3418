using System.Text.Json;

namespace Azure.Communication.CallAutomation;

public sealed class MoveParticipantsOptions : IRequestBody
{
    /// <param name="targetParticipants">Who is to be moved here.</param>
    /// <param name="fromCall">Connection id of the call they are in.</param>
    public MoveParticipantsOptions(IEnumerable<CommunicationIdentifier> targetParticipants, string fromCall)
    {
        ArgumentNullException.ThrowIfNull(targetParticipants);
        ArgumentNullException.ThrowIfNull(fromCall);
        TargetParticipants = [.. targetParticipants];
        FromCall = fromCall;
    }

    public IReadOnlyList<CommunicationIdentifier> TargetParticipants { get; }

    public string FromCall { get; }

    /// <summary>Where events of this operation go instead of the call's callback URI.</summary>
    public Uri? OperationCallbackUri { get; set; }

    /// <summary>Echoed by the events. Default: a fresh GUID.</summary>
    public string? OperationContext { get; set; }

    void IRequestBody.Write(Utf8JsonWriter json)
    {
        json.Identifiers("targetParticipants"u8, TargetParticipants);
        json.WriteString("fromCall"u8, FromCall);
        json.ContextOrNew(OperationContext, OperationCallbackUri);
    }
}
