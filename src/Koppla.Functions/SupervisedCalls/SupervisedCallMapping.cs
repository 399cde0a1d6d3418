using System.Text.Json;
using Azure.Data.Tables;
using Koppla.Functions.Calls;
using Koppla.Functions.Destinations;
using Koppla.Functions.Storage;
using Koppla.Functions.Telephony;
using Koppla.Functions.Transfers;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using static Koppla.Functions.SupervisedCalls.SupervisedCallDocument;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>Between a supervised call and its entity. What stands beside the document is asked for: the deadline by the sweeper, who has sent the call outside by those who count that.</summary>
internal static class SupervisedCallMapping
{
    public const string Row = "call";
    public const string Deadline = "Deadline";
    private const string At = "At";

    public static TableEntity ToEntity(SupervisedCall call) => new(call.Facts.Id, Row)
    {
        [Deadline] = call.Deadline.ToDateTimeOffset(),
        [At] = call.Facts.At.ToDateTimeOffset(),
        [StoredForwarders.Column] = StoredForwarders.TextOrNull(call.ForwardedBy),
        [StoredCall.Document] = JsonSerializer.Serialize(ToDocument(call), SupervisedCallJson.Default.SupervisedCallDocument),
    };

    public static SupervisedCall FromEntity(TableEntity entity)
    {
        try
        {
            var document = JsonSerializer.Deserialize(
                entity.Text(StoredCall.Table, StoredCall.Document), SupervisedCallJson.Default.SupervisedCallDocument);
            return FromDocument(entity.PartitionKey, document ?? throw StoredCall.Corrupt("null")) with
            {
                ForwardedBy = StoredForwarders.Read(StoredCall.Table, entity.TextOrNull(StoredForwarders.Column)),
            };
        }
        catch (JsonException)
        {
            throw StoredCall.Corrupt("json");
        }
    }

    private static SupervisedCallDocument ToDocument(SupervisedCall call) => new()
    {
        Secret = call.Facts.Secret,
        Organisation = call.Facts.Organisation?.ToString(),
        CorrelationId = call.Facts.CorrelationId,
        At = StoredCall.Text(call.Facts.At),
        Called = call.Facts.Called.E164,
        CalledUser = call.Facts.CalledUser?.ToString(),
        Caller = call.Facts.Caller?.E164,
        PlacedBy = call.Facts.PlacedBy?.ToString(),
        CallerTarget = StoredCall.Text(call.Facts.CallerTarget),
        Trail = call.Facts.Trail.ToString(),
        Handle = call.Ringing?.Handle,
        RingingSince = call.Ringing is { } ringing ? StoredCall.Text(NodaTime.Instant.FromDateTimeOffset(ringing.Since)) : null,
        Phase = Names.Kebab(call.Phase),
        Work = WorkMapping.ToDocument(call.Work),
        Step = call.Step,
        Connection = call.Connection,
        Lines = [.. call.Lines.Lines.Select(line => new LineDocument(
            line.Number.E164, line.State is { } state ? Names.Kebab(state) : null, line.Referred))],
        HearsRingback = call.HearsRingback,
        First = StoredCall.Text(call.First),
        FirstUser = call.FirstUser?.ToString(),
        Partner = call.Partner is { } partner ? StoredCall.Text(partner) : null,
        PartnerUser = call.PartnerUser?.ToString(),
        Users = [.. call.Users.Select(user => user.ToString())],
        Transfer = call.Transfer is { } transfer ? TransferMapping.ToDocument(transfer) : null,
        EarlierTransfers = [.. call.EarlierTransfers.Select(TransferMapping.ToDocument)],
        Goal = call.Goal?.E164,
        Language = Names.Kebab(call.Language),
        StepSince = StoredCall.Text(call.StepSince),
        Deadline = StoredCall.Text(call.Deadline),
        IsRepeated = call.IsRepeated,
        Cause = call.Cause,
        ConnectedAt = StoredCall.TextOrNull(call.ConnectedAt),
        AnsweredAt = StoredCall.TextOrNull(call.AnsweredAt),
        PartnerSince = StoredCall.TextOrNull(call.PartnerSince),
        EndedAt = StoredCall.TextOrNull(call.EndedAt),
        Outcome = call.Outcome is { } outcome ? Names.Kebab(outcome) : null,
        Reason = call.Reason,
        Target = call.Target,
        Diversions = call.Diversions,
        Trace = [.. call.Trace.Select(TraceStepDocument.Of)],
        Commands = [.. call.Commands.Select(CommandDocument.Of)],
    };

    private static SupervisedCall FromDocument(string id, SupervisedCallDocument document) => new(
        FactsOf(id, document), StoredCall.Enumerated<Phase>(document.Phase), WorkMapping.FromDocument(document.Work))
    {
        Ringing = document is { Handle: { } handle, RingingSince: { } since }
            ? new RingingCall(handle, StoredCall.Instant(since).ToDateTimeOffset())
            : null,
        Step = document.Step,
        Connection = document.Connection,
        Lines = LinesOf(document.Lines),
        HearsRingback = document.HearsRingback,
        First = StoredCall.Target(document.First),
        FirstUser = StoredCall.UserOrNull(document.FirstUser),
        Partner = document.Partner is { } partner ? StoredCall.Target(partner) : null,
        PartnerUser = StoredCall.UserOrNull(document.PartnerUser),
        Users = [.. document.Users.Select(StoredCall.User)],
        Transfer = document.Transfer is { } transfer ? TransferMapping.FromDocument(transfer) : null,
        EarlierTransfers = [.. document.EarlierTransfers.Select(TransferMapping.FromDocument)],
        Goal = StoredCall.NumberOrNull(document.Goal),
        Language = StoredCall.Enumerated<Language>(document.Language),
        StepSince = StoredCall.Instant(document.StepSince),
        Deadline = StoredCall.Instant(document.Deadline),
        IsRepeated = document.IsRepeated,
        Cause = document.Cause,
        ConnectedAt = StoredCall.InstantOrNull(document.ConnectedAt),
        AnsweredAt = StoredCall.InstantOrNull(document.AnsweredAt),
        PartnerSince = StoredCall.InstantOrNull(document.PartnerSince),
        EndedAt = StoredCall.InstantOrNull(document.EndedAt),
        Outcome = StoredCall.EnumeratedOrNull<CallOutcome>(document.Outcome),
        Reason = document.Reason,
        Target = document.Target,
        Diversions = document.Diversions,
        Trace = [.. document.Trace.Select(step => step.ToStep())],
        Commands = [.. document.Commands.Select(command => command.ToNote())],
    };

    private static CallFacts FactsOf(string id, SupervisedCallDocument document) => new(
        id,
        document.Secret,
        OrganisationId.Parse(document.Organisation) is { IsOk: true } organisation ? organisation.Value : null,
        document.CorrelationId,
        StoredCall.Instant(document.At),
        StoredCall.Number(document.Called),
        StoredCall.NumberOrNull(document.Caller),
        Trail.Parse(document.Trail))
    {
        CallerTarget = StoredCall.Target(document.CallerTarget),
        CalledUser = StoredCall.UserOrNull(document.CalledUser),
        PlacedBy = StoredCall.UserOrNull(document.PlacedBy),
    };

    private static LineStates LinesOf(LineDocument[] lines)
    {
        var states = LineStates.Empty;
        foreach (var line in lines)
        {
            var number = StoredCall.Number(line.Number);
            states = line.State is { } state ? states.With(number, StoredCall.Enumerated<LineState>(state)) : states;
            states = line.Referred ? states.WithReferral(number) : states;
        }

        return states;
    }
}
