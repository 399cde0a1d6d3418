using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;
using Koppla.Functions.Destinations;
using Koppla.Functions.Storage;
using Koppla.Routing;
using NodaTime;

namespace Koppla.Functions.Calls;

/// <summary>Between a call record and its entity.</summary>
internal static class CallRecordMapping
{
    /// <summary>The partition of calls that no organisation owns; no person can read it through the API.</summary>
    private const string Nobody = "-";

    private const string Table = "calls";

    public static TableEntity ToEntity(CallRecord record) => new(record.Organisation?.ToString() ?? Nobody, record.Id)
    {
        ["CorrelationId"] = record.CorrelationId,
        ["At"] = record.At.ToDateTimeOffset(),
        ["Called"] = record.Called,
        ["Caller"] = record.Caller,
        ["Outcome"] = Names.Kebab(record.Outcome),
        ["Reason"] = record.Reason,
        ["Target"] = record.Target,
        ["Diversions"] = record.Diversions,
        ["Trace"] = JsonSerializer.Serialize(
            record.Trace.Select(TraceStepDocument.Of).ToArray(), CallJson.Default.TraceStepDocumentArray),
        ["Commands"] = JsonSerializer.Serialize(
            record.Commands.Select(CommandDocument.Of).ToArray(), CallJson.Default.CommandDocumentArray),
        ["ActedInMilliseconds"] = record.ActedIn.TotalMilliseconds,
        ["AnsweredAt"] = record.AnsweredAt?.ToDateTimeOffset(),
        ["EndedAt"] = record.EndedAt?.ToDateTimeOffset(),
        ["PlacedBy"] = record.PlacedBy?.ToString(),
        [StoredForwarders.Column] = StoredForwarders.TextOrNull(record.ForwardedBy),
    };

    public static CallRecord FromEntity(TableEntity entity) => new(
        entity.RowKey,
        OrganisationId.Parse(entity.PartitionKey) is { IsOk: true } organisation ? organisation.Value : null,
        entity.Text(Table, "CorrelationId"),
        Instant.FromDateTimeOffset(entity.GetDateTimeOffset("At") ?? throw new CorruptEntityException(Table, "At")),
        entity.TextOrNull("Called"),
        entity.TextOrNull("Caller"),
        Names.Parse<CallOutcome>(entity.Text(Table, "Outcome")) ?? throw new CorruptEntityException(Table, "Outcome"),
        entity.Text(Table, "Reason"),
        entity.TextOrNull("Target"),
        entity.GetInt32("Diversions") ?? 0,
        [.. Documents(entity, "Trace", CallJson.Default.TraceStepDocumentArray).Select(each => each.ToStep())],
        [.. Documents(entity, "Commands", CallJson.Default.CommandDocumentArray).Select(each => each.ToNote())],
        TimeSpan.FromMilliseconds(entity.GetDouble("ActedInMilliseconds") ?? 0))
    {
        AnsweredAt = InstantOrNull(entity, "AnsweredAt"),
        EndedAt = InstantOrNull(entity, "EndedAt"),
        PlacedBy = UserOrNull(entity, "PlacedBy"),
        ForwardedBy = StoredForwarders.Read(Table, entity.TextOrNull(StoredForwarders.Column)),
    };

    private static Instant? InstantOrNull(TableEntity entity, string property) =>
        entity.GetDateTimeOffset(property) is { } value ? Instant.FromDateTimeOffset(value) : null;

    private static UserId? UserOrNull(TableEntity entity, string property) => entity.TextOrNull(property) is not { } id
        ? null
        : UserId.Parse(id) is { IsOk: true } user ? user.Value : throw new CorruptEntityException(Table, property);

    private static T[] Documents<T>(
        TableEntity entity, string property, JsonTypeInfo<T[]> type)
    {
        try
        {
            return JsonSerializer.Deserialize(entity.Text(Table, property), type) ?? [];
        }
        catch (JsonException)
        {
            throw new CorruptEntityException(Table, property);
        }
    }
}
