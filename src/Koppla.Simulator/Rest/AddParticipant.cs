using Koppla.Simulator.Calls;
using Koppla.Simulator.Events;
using Koppla.Simulator.Telephones;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Rest;

internal sealed class AddParticipant() : ConnectionOperation<AddParticipant.Request>(Json.Wire.AddParticipantRequest)
{
    private const int LongestTimeout = 180;

    public override string Pattern => "/{id}/participants:add";

    protected override Reply Execute(Connection connection, Request request)
    {
        if ((Checks.Tag(request.OperationContext, request.OperationCallbackUri, out var tag) ?? Refuse(connection, request)) is { } refusal)
            return refusal;

        var party = request.ParticipantToAdd!;
        var invitation = Guid.NewGuid().ToString();
        Invite(connection, request, party, invitation, tag);
        return Reply.Of(
            202,
            new Answer(new(party, IsMuted: false, IsOnHold: false), request.OperationContext, invitation),
            Json.Wire.AddParticipantAnswer);
    }

    private static Reply? Refuse(Connection connection, Request request)
    {
        var party = request.ParticipantToAdd;
        if (Checks.Target(party) is { } noTarget)
            return noTarget;
        if (request.InvitationTimeoutInSeconds is < 0 or > LongestTimeout)
            return Refusals.Invalid($"The field InvitationTimeoutInSeconds must be between 1 and {LongestTimeout}.");
        if (request.CustomCallingContext?.Problem() is { } problem)
            return Refusals.Invalid(problem);
        return connection.Find(party!) is not null || connection.Invitations.Values.Any(leg => leg.Party == party)
            ? Refusals.Conflict
            : Checks.CallerId(connection.Call.Exchange, party!, request.SourceCallerIdNumber);
    }

    private static void Invite(Connection connection, Request request, Party party, string invitation, OperationTag tag)
    {
        var call = connection.Call;
        var leg = call.Add(new Leg(call, party, LegRole.Participant)
        {
            CallerId = request.SourceCallerIdNumber?.Value,
            Headers = request.CustomCallingContext ?? CustomContext.Empty,
            Answered = leg => Succeed(connection, leg, invitation, tag),
            Failed = (leg, failure) => Fail(connection, leg, invitation, tag, failure),
        });
        connection.Invitations[invitation] = leg;
        call.Ring(leg, request.InvitationTimeoutInSeconds is > 0 and { } seconds ? TimeSpan.FromSeconds(seconds) : call.Options.DefaultInvitationTimeout);
    }

    private static void Succeed(Connection connection, Leg leg, string invitation, OperationTag tag)
    {
        connection.Invitations.Remove(invitation);
        leg.Bridge = connection.Bridge;
        connection.Call.Journal.Settle(new(OutcomeKind.Answered, leg.Party.ToString()));
        connection.Raise("AddParticipantSucceeded", tag, new(200, 0, "Participant added."), new() { Participant = leg.Party });
        connection.RaiseRoster();
    }

    private static void Fail(Connection connection, Leg leg, string invitation, OperationTag tag, CallFailure failure)
    {
        connection.Invitations.Remove(invitation);
        connection.LastFailure = (leg.Party, failure);
        connection.Raise("AddParticipantFailed", tag, failure.Information("AddParticipant"), new() { Participant = leg.Party });
    }

    internal sealed record Request
    {
        public Party? ParticipantToAdd { get; init; }

        public PhoneNumber? SourceCallerIdNumber { get; init; }

        public int? InvitationTimeoutInSeconds { get; init; }

        public string? OperationContext { get; init; }

        public string? OperationCallbackUri { get; init; }

        public CustomContext? CustomCallingContext { get; init; }
    }

    internal sealed record Answer(Participant Participant, string? OperationContext, string InvitationId);
}
