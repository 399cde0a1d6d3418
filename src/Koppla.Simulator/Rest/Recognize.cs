using Koppla.Simulator.Calls;
using Koppla.Simulator.Calls.Media;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Rest;

/// <summary>Asks one party for keys. Speech is not simulated.</summary>
internal sealed class Recognize() : ConnectionOperation<Recognize.Request>(Json.Wire.RecognizeRequest)
{
    private const int DefaultInterTone = 2;
    private const int DefaultSilence = 5;

    public override string Pattern => "/{id}:recognize";

    public override bool IsRepeatable => false;

    protected override Reply Execute(Connection connection, Request request)
    {
        if ((Checks.Tag(request.OperationContext, request.OperationCallbackUri, out var tag) ?? Refuse(connection, request)) is { } refusal)
            return refusal;
        if (request.RecognizeOptions is not { TargetParticipant: { } party } options)
            return Refusals.Invalid("The field TargetParticipant is missing.");
        if (connection.Find(party) is not { } leg)
            return Refusals.NotInCall;

        var operation = new RecognizeOperation(connection, tag, Rules(connection, request, options, leg))
        {
            Lane = connection.Roster.Count > 1 ? leg : null,
        };
        return connection.Media.Start(operation, request.InterruptCallMediaOperation ?? false) ?? Reply.Accepted;
    }

    private static RecognizeRules Rules(Connection connection, Request request, Options options, Leg leg) => new(
        leg,
        [.. request.Prompts.Select(prompt => prompt.Prompt(connection.Call.Options))],
        options.InterruptPrompt ?? false,
        TimeSpan.FromSeconds(options.InitialSilenceTimeoutInSeconds ?? DefaultSilence),
        TimeSpan.FromSeconds(options.DtmfOptions?.InterToneTimeoutInSeconds ?? DefaultInterTone),
        options.DtmfOptions?.MaxTonesToCollect ?? int.MaxValue,
        options.DtmfOptions?.StopTones ?? []);

    private static Reply? Refuse(Connection connection, Request request)
    {
        if (request.RecognizeInputType is not "dtmf")
            return Refusals.NotSimulated;
        if (request.RecognizeOptions?.InitialSilenceTimeoutInSeconds is < 0 or > 300)
            return Refusals.Invalid("The field InitialSilenceTimeoutInSeconds must be between 0 and 300.");
        return request.Prompts.Select(prompt => prompt.Refuse(connection)).FirstOrDefault(static refusal => refusal is not null);
    }

    internal sealed record Request
    {
        public string? RecognizeInputType { get; init; }

        public PlaySource? PlayPrompt { get; init; }

        public IReadOnlyList<PlaySource>? PlayPrompts { get; init; }

        public bool? InterruptCallMediaOperation { get; init; }

        public Options? RecognizeOptions { get; init; }

        public string? OperationContext { get; init; }

        public string? OperationCallbackUri { get; init; }

        public IReadOnlyList<PlaySource> Prompts => PlayPrompts ?? (PlayPrompt is null ? [] : [PlayPrompt]);
    }

    internal sealed record Options
    {
        public Party? TargetParticipant { get; init; }

        public bool? InterruptPrompt { get; init; }

        public int? InitialSilenceTimeoutInSeconds { get; init; }

        public Keys? DtmfOptions { get; init; }
    }

    internal sealed record Keys(int? InterToneTimeoutInSeconds, int? MaxTonesToCollect, IReadOnlyList<string>? StopTones);
}
