using Koppla.Simulator.Calls;
using Koppla.Simulator.Calls.Media;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Rest;

internal sealed class SendDtmfTones() : ConnectionOperation<SendDtmfTones.Request>(Json.Wire.SendDtmfTonesRequest)
{
    private const int MostTones = 18;

    public override string Pattern => "/{id}:sendDtmfTones";

    protected override Reply Execute(Connection connection, Request request)
    {
        if (Checks.Tag(request.OperationContext, request.OperationCallbackUri, out var tag) is { } invalid)
            return invalid;
        if (request.Tones is not { Count: > 0 and <= MostTones } tones || !tones.All(Tones.All.Contains))
            return Refusals.Invalid($"The field Tones has 1 to {MostTones} tones.");
        if (request.TargetParticipant is not { IsPhone: true } party)
            return Refusals.Invalid("Tones are sent to a telephone number.");
        if (connection.Find(party) is not { } leg)
            return Refusals.NotInCall;

        var operation = new SendTonesOperation(connection, tag, tones.Count) { Lane = leg };
        return connection.Media.Start(operation, interrupt: false)
            ?? Reply.Of(202, new OperationAnswer(request.OperationContext), Json.Wire.OperationAnswer);
    }

    internal sealed record Request
    {
        public IReadOnlyList<string>? Tones { get; init; }

        public Party? TargetParticipant { get; init; }

        public string? OperationContext { get; init; }

        public string? OperationCallbackUri { get; init; }
    }
}
