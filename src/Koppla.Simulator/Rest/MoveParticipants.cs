using Koppla.Simulator.Calls;
using Koppla.Simulator.Events;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Rest;

/// <summary>Takes parties from another call of the resource over into this one.</summary>
internal sealed class MoveParticipants() : BodyOperation<MoveParticipants.Request>(Json.Wire.MoveParticipantsRequest)
{
    public override string Pattern => "/{id}/participants:moveHere";

    protected override Reply Execute(Command command, Request request)
    {
        if (Checks.Tag(request.OperationContext, request.OperationCallbackUri, out var tag) is { } invalid)
            return invalid;
        if (request.TargetParticipants is not { Count: > 0 } parties || string.IsNullOrEmpty(request.FromCall))
            return Refusals.Invalid("The fields TargetParticipants and FromCall are needed.");
        if (!command.Exchange.Connections.TryGetValue(request.FromCall, out var source)
            || (command.Id is { } id && command.Exchange.Connections.TryGetValue(id, out var here) && here.Call.Journal == source.Call.Journal))
            return Refusals.CallNotFound;

        // Both gates are needed, and always in the same order.
        return command.Exchange.Connections.TryGetValue(command.Id!, out var target) && target.Call.Gate.Order < source.Call.Gate.Order
            ? Established.Run(command, connection => FromGate(connection, source, parties, tag, request))
            : Behind(source, () => Established.Run(command, connection => Move(connection, source, parties, tag, request)));
    }

    private static Reply FromGate(Connection connection, Connection source, IReadOnlyList<Party> parties, OperationTag tag, Request request) =>
        Behind(source, () => Move(connection, source, parties, tag, request));

    private static Reply Behind(Connection source, Func<Reply> step)
    {
        using (source.Call.Gate.Enter())
            return step();
    }

    private static Reply Move(Connection connection, Connection source, IReadOnlyList<Party> parties, OperationTag tag, Request request)
    {
        if (source.IsDisconnected)
            return Refusals.CallNotFound;
        if (!source.IsConnected)
            return Refusals.NotEstablished;
        if (parties.Any(party => source.Find(party) is { Downstream: not null } || source.Transfer?.Transferee.Party == party))
            return Refusals.Conflict;

        foreach (var party in parties)
            MoveOne(connection, source, party, tag, request.FromCall!);
        source.RaiseRoster();
        connection.RaiseRoster();
        return Reply.Of(
            202,
            new Answer([.. parties.Select(static party => new Participant(party, IsMuted: false, IsOnHold: false))], request.OperationContext, request.FromCall!),
            Json.Wire.MoveParticipantsAnswer);
    }

    private static void MoveOne(Connection connection, Connection source, Party party, OperationTag tag, string fromCall)
    {
        var more = new CallEventData { Participant = party, FromCall = fromCall };
        if (source.Find(party) is not { } leg)
        {
            connection.Raise("MoveParticipantFailed", tag, new(400, 8558, "The participant is not in the call."), more);
            return;
        }

        source.Media.Forget(leg);
        source.Call.Note(TimelineKind.Call, $"{party} moved to another call");
        connection.Call.TakeOver(leg, connection.Bridge);
        connection.Call.Note(TimelineKind.Call, $"{party} moved here");
        connection.Raise("MoveParticipantSucceeded", tag, ResultInformation.Success, more);
    }

    internal sealed record Request
    {
        public IReadOnlyList<Party>? TargetParticipants { get; init; }

        public string? FromCall { get; init; }

        public string? OperationContext { get; init; }

        public string? OperationCallbackUri { get; init; }
    }

    internal sealed record Answer(IReadOnlyList<Participant> Participants, string? OperationContext, string FromCall);
}
