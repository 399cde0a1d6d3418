using Koppla.Simulator.Calls;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Rest;

internal sealed class AnswerCall() : OfferOperation<AnswerCall.Request>(Json.Wire.AnswerCallRequest)
{
    public override string Pattern => ":answer";

    protected override Reply? Refuse(Command command, Request request) => Checks.CallTag(request.OperationContext, request.CallbackUri, out _);

    protected override Reply Execute(Command command, Offer offer, Request request)
    {
        Checks.CallTag(request.OperationContext, request.CallbackUri, out var tag);
        var call = offer.Call;
        var connection = call.Connect(new Connection(call, tag)
        {
            Targets = [offer.To],
            Source = call.From,
            AnsweredFor = offer.To.Number,
            AnsweredBy = request.AnsweredBy?.Id,
            HasSpeech = request.CallIntelligenceOptions?.CognitiveServicesEndpoint is not null,
        });
        command.Concerns(connection);
        call.Note(TimelineKind.Call, "answered by the application");
        var reply = Reply.Of(200, connection.Properties(), Json.Wire.CallProperties);
        if (call.Options.AnswerDelay > TimeSpan.Zero)
            call.Caller!.Alarms.After(call.Options.AnswerDelay, () => Establish(connection));
        else
            Establish(connection);
        return reply;
    }

    private static void Establish(Connection connection)
    {
        connection.Call.AnswerCaller(connection.Bridge);
        connection.Establish();
    }

    internal sealed record Request : IOfferRequest
    {
        public string? IncomingCallContext { get; init; }

        public string? CallbackUri { get; init; }

        public string? OperationContext { get; init; }

        public IntelligenceOptions? CallIntelligenceOptions { get; init; }

        public CommunicationUser? AnsweredBy { get; init; }
    }
}
