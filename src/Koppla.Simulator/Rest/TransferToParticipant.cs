using Koppla.Simulator.Calls;
using Koppla.Simulator.Events;
using Koppla.Simulator.Telephones;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Rest;

/// <summary>Blind transfer: of the only party, after which the application leaves, or of one of several.</summary>
internal sealed class TransferToParticipant() : ConnectionOperation<TransferToParticipant.Request>(Json.Wire.TransferToParticipantRequest)
{
    public override string Pattern => "/{id}:transferToParticipant";

    protected override Reply Execute(Connection connection, Request request)
    {
        if ((Checks.Tag(request.OperationContext, request.OperationCallbackUri, out var tag)
            ?? Checks.Target(request.TargetParticipant)
            ?? Refuse(connection, request)) is { } refusal)
            return refusal;

        var roster = connection.Roster;
        var transferee = request.Transferee is null ? roster[0] : connection.Find(request.Transferee)!;
        Start(connection, request, tag, transferee, takesCall: roster.Count == 1);
        return Reply.Of(202, new OperationAnswer(request.OperationContext), Json.Wire.OperationAnswer);
    }

    private static Reply? Refuse(Connection connection, Request request)
    {
        var isGroup = connection.Roster.Count > 1;
        if (connection.Transfer is not null)
            return Refusals.TransferConflict;
        if (connection.Roster.Count == 0 || (request.Transferee is { } transferee && connection.Find(transferee) is null))
            return Refusals.NotInCall;
        if (isGroup && request.Transferee is null)
            return Refusals.Invalid("A group call needs the transferee.");
        if (connection.Media.IsBusy)
            return Refusals.MediaClash;
        return request.CustomCallingContext?.Problem() is { } problem
            ? Refusals.Invalid(problem)
            : Checks.CallerId(connection.Call.Exchange, request.TargetParticipant!, request.SourceCallerIdNumber, required: isGroup);
    }

    private static void Start(Connection connection, Request request, OperationTag tag, Leg transferee, bool takesCall)
    {
        var call = connection.Call;
        var target = new Leg(call, request.TargetParticipant!, LegRole.TransferTarget)
        {
            CallerId = request.SourceCallerIdNumber?.Value ?? transferee.Party.Number,
            Headers = request.CustomCallingContext ?? CustomContext.Empty,
            Answered = _ => Succeed(connection),
            Failed = (_, failure) => Fail(connection, failure),
        };
        connection.Transfer = new(transferee, target, tag, takesCall);
        call.Note(TimelineKind.Call, $"{transferee.Party} is transferred to {target.Party}");
        call.Ring(call.Add(target), call.Options.TransferTimeout);
    }

    private static void Succeed(Connection connection)
    {
        if (connection.Transfer is not { } transfer)
            return;

        connection.Transfer = null;
        connection.Media.Forget(transfer.Transferee);
        var bridge = new Bridge();
        transfer.Transferee.Bridge = bridge;
        transfer.Transferee.IsOnHold = false;
        transfer.Target.Bridge = bridge;
        connection.Call.Journal.Settle(new(OutcomeKind.Answered, transfer.Target.Party.ToString()));
        connection.Raise(
            "CallTransferAccepted",
            transfer.Tag,
            ResultInformation.Success,
            new CallEventData { Transferee = transfer.Transferee.Party, TransferTarget = transfer.Target.Party });
        if (transfer.TakesCall)
            connection.Disconnect(EndOfCall.Transferred);
        else
            connection.RaiseRoster();
    }

    private static void Fail(Connection connection, CallFailure failure)
    {
        if (connection.Transfer is not { } transfer)
            return;

        connection.Transfer = null;
        connection.LastFailure = (transfer.Target.Party, failure);
        connection.Raise("CallTransferFailed", transfer.Tag, failure.Information("Transfer"));
        if (connection.Call.Exchange.Faults.FailedTransferLosesCall)
            connection.Lose();
    }

    internal sealed record Request
    {
        public Party? TargetParticipant { get; init; }

        public Party? Transferee { get; init; }

        public PhoneNumber? SourceCallerIdNumber { get; init; }

        public string? OperationContext { get; init; }

        public string? OperationCallbackUri { get; init; }

        public CustomContext? CustomCallingContext { get; init; }
    }
}
