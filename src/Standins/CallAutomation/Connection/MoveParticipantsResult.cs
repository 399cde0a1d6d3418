using System.Text.Json;

namespace Azure.Communication.CallAutomation;

public sealed class MoveParticipantsResult
{
    internal MoveParticipantsResult(IReadOnlyList<CallParticipant> participants, string? operationContext, string? fromCall)
    {
        Participants = participants;
        OperationContext = operationContext;
        FromCall = fromCall;
    }

    public IReadOnlyList<CallParticipant> Participants { get; }

    public string? OperationContext { get; }

    public string? FromCall { get; }

    internal static MoveParticipantsResult Read(JsonElement json) => new(json.Participants("participants"), json.Text("operationContext"), json.Text("fromCall"));
}
