using Koppla.Simulator.Calls;
using Koppla.Simulator.Calls.Media;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Rest;

/// <summary>Plays to everybody, or to named parties, who then hear it alone.</summary>
internal sealed class Play() : ConnectionOperation<Play.Request>(Json.Wire.PlayRequest)
{
    public override string Pattern => "/{id}:play";

    public override bool IsRepeatable => false;

    protected override Reply Execute(Connection connection, Request request)
    {
        if (Checks.Tag(request.OperationContext, request.OperationCallbackUri, out var tag) is { } invalid)
            return invalid;
        if (request.PlaySources is not { Count: > 0 } sources)
            return Refusals.Invalid("The field PlaySources is missing.");
        if (sources.Select(source => source.Refuse(connection)).FirstOrDefault(static refusal => refusal is not null) is { } refusal)
            return refusal;
        if (request.PlayTo is { Count: > 1 })
            return Refusals.Invalid("One participant or everybody can hear a prompt.");

        Leg? listener = null;
        if (request.PlayTo is [var party])
        {
            listener = connection.Find(party);
            if (listener is null)
                return Refusals.NotInCall;
        }

        var prompts = sources.Select(source => source.Prompt(connection.Call.Options)).ToArray();
        var operation = new PlayOperation(connection, tag, prompts, request.PlayOptions?.Loop ?? false) { Lane = listener };
        return connection.Media.Start(operation, request.InterruptCallMediaOperation ?? false) ?? Reply.Accepted;
    }

    internal sealed record Request
    {
        public IReadOnlyList<PlaySource>? PlaySources { get; init; }

        public IReadOnlyList<Party>? PlayTo { get; init; }

        public bool? InterruptCallMediaOperation { get; init; }

        public Options? PlayOptions { get; init; }

        public string? OperationContext { get; init; }

        public string? OperationCallbackUri { get; init; }
    }

    internal sealed record Options(bool Loop);
}
