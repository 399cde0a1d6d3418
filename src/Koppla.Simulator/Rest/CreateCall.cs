using Koppla.Simulator.Calls;
using Koppla.Simulator.Telephones;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Rest;

internal sealed class CreateCall() : BodyOperation<CreateCall.Request>(Json.Wire.CreateCallRequest)
{
    public override string Pattern => "";

    protected override Reply Execute(Command command, Request request)
    {
        var exchange = command.Exchange;
        if (Checks.CallTag(request.OperationContext, request.CallbackUri, out var tag) is { } invalid)
            return invalid;
        if (request.Targets is not { Count: > 0 } targets)
            return Refusals.Invalid("The targets are missing.");
        foreach (var target in targets)
        {
            if ((Checks.Target(target) ?? Checks.CallerId(exchange, target, request.SourceCallerIdNumber)) is { } refusal)
                return refusal;
        }

        var call = new CallState(exchange, new CallJournal(exchange.Time)) { From = Party.From(request.SourceCallerIdNumber?.Value) };
        using (call.Gate.Enter())
        {
            var connection = call.Connect(new Connection(call, tag)
            {
                Targets = targets,
                CallerId = request.SourceCallerIdNumber?.Value,
                DisplayName = request.SourceDisplayName,
                HasSpeech = request.CallIntelligenceOptions?.CognitiveServicesEndpoint is not null,
            });
            command.Concerns(connection);
            exchange.Started(new SimulatedCall(call));
            var reply = Reply.Of(201, connection.Properties(), Json.Wire.CallProperties);
            foreach (var target in targets)
                Call(connection, target);
            return reply;
        }
    }

    private static void Call(Connection connection, Party target)
    {
        var call = connection.Call;
        call.Note(TimelineKind.Call, $"call created to {target}");
        var leg = call.Add(new Leg(call, target, LegRole.Participant)
        {
            CallerId = connection.CallerId,
            Answered = leg => Answered(connection, leg),
            Failed = (_, failure) => Failed(connection, failure),
        });
        call.Ring(leg, call.Options.EstablishmentTimeout);
    }

    private static void Answered(Connection connection, Leg leg)
    {
        leg.Bridge = connection.Bridge;
        connection.Call.Journal.Settle(new(OutcomeKind.Answered, leg.Party.ToString()));
        if (connection.IsConnected)
            connection.RaiseRoster();
        else
            connection.Establish();
    }

    private static void Failed(Connection connection, CallFailure failure)
    {
        var legs = connection.Call.Legs;
        if (legs.Count == connection.Targets.Count && legs.All(static leg => leg.IsEnded))
            connection.CreateFailed(failure);
    }

    internal sealed record Request
    {
        public IReadOnlyList<Party>? Targets { get; init; }

        public PhoneNumber? SourceCallerIdNumber { get; init; }

        public string? SourceDisplayName { get; init; }

        public string? OperationContext { get; init; }

        public string? CallbackUri { get; init; }

        public IntelligenceOptions? CallIntelligenceOptions { get; init; }
    }
}
