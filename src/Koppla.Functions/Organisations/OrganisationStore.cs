using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Audit;
using Koppla.Functions.Destinations;
using Koppla.Functions.Storage;
using Koppla.Functions.Transfers;
using Koppla.Functions.Users;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Transfers;
using NodaTime;
using NodaTime.Text;

namespace Koppla.Functions.Organisations;

/// <summary>Organisations in the table <c>organisations</c>: one entity each.</summary>
internal sealed class OrganisationStore(Tables tables)
{
    private const string Table = "organisations";
    public const string Row = "organisation";
    private const string TransferPolicyColumn = "TransferPolicy";
    private const string TimeZone = "TimeZone";
    private const string Holidays = "Holidays";
    private const string Created = "Created";

    private static readonly InstantPattern Instants = InstantPattern.ExtendedIso;
    private const string ExternalForwardsColumn = "ExternalForwards";

    public async Task<Organisation?> ReadAsync(OrganisationId id, CancellationToken cancellationToken) =>
        (await FindAsync(id, cancellationToken))?.Value;

    /// <summary>An organisation that is to be changed.</summary>
    public async Task<Stored<Organisation>?> FindAsync(OrganisationId id, CancellationToken cancellationToken)
    {
        var entity = await tables.Organisations.GetEntityIfExistsAsync<TableEntity>(
            id.ToString(), Row, cancellationToken: cancellationToken);
        return entity is { HasValue: true, Value: { } found } ? new Stored<Organisation>(FromEntity(id, found), found.ETag, found.TextOrNull(CarriedChange.Property)) : null;
    }

    /// <param name="change">The id of the change that makes it.</param>
    /// <returns>The version, or null when the organisation is there already.</returns>
    public Task<ETag?> TryAddAsync(Organisation organisation, string change, CancellationToken cancellationToken) =>
        tables.Organisations.TryAddAsync(ToEntity(organisation, change), CarriedChange.Property, cancellationToken);

    /// <summary>Changes an organisation that still is the version read.</summary>
    /// <param name="change">The id of the change that makes it so.</param>
    /// <returns>The new version, or null when somebody else changed it first.</returns>
    public Task<ETag?> TryChangeAsync(Organisation organisation, ETag version, string change, CancellationToken cancellationToken) =>
        tables.Organisations.TryUpdateAsync(ToEntity(organisation, change), version, CarriedChange.Property, cancellationToken);

    /// <summary>For the audit log.</summary>
    public static string SnapshotOf(Organisation organisation)
    {
        var entity = ToEntity(organisation);
        return Snapshot.Of(entity, [.. entity.Keys.Except(["PartitionKey", "RowKey"], StringComparer.Ordinal)]);
    }

    public static Organisation FromSnapshot(OrganisationId id, string snapshot) =>
        FromEntity(id, Snapshot.ToEntity(snapshot, id.ToString(), Row));

    public Task WriteAsync(Organisation organisation, CancellationToken cancellationToken) =>
        tables.Organisations.UpsertEntityAsync(ToEntity(organisation), TableUpdateMode.Replace, cancellationToken);

    private static Organisation FromEntity(OrganisationId id, TableEntity entity) => new(
        id,
        entity.Text(Table, "Name"),
        entity.Flag(Table, "Suspended"),
        CountriesOf(entity),
        entity.NumberOrNull(Table, "Fallback"))
    {
        CallerId = entity.Enumerated<CallerIdChoice>(Table, "CallerId"),
        MainNumber = entity.NumberOrNull(Table, "MainNumber"),
        DeclinedCountsAs = entity.Enumerated<LineState>(Table, "DeclinedCountsAs"),
        Language = entity.Enumerated<Language>(Table, "Language"),
        TransferPolicy = TransferPolicyOf(entity),
        TimeZone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(entity.Text(Table, TimeZone)) ?? throw new CorruptEntityException(Table, TimeZone),
        Holidays = HolidayCalendarMapping.FromJson(entity.Text(Table, Holidays)) ?? throw new CorruptEntityException(Table, Holidays),
        Created = CreatedOf(entity),
        ExternalForwards = ExternalForwardsOf(entity),
    };

    private static Instant? CreatedOf(TableEntity entity) => entity.TextOrNull(Created) is not { } text
        ? null
        : Instants.Parse(text) is { Success: true, Value: var created }
            ? created
            : throw new CorruptEntityException(Table, Created);

    /// <summary>An organisation of before there was such a policy has the default one.</summary>
    private static ExternalForwardPolicy ExternalForwardsOf(TableEntity entity) => entity.TextOrNull(ExternalForwardsColumn) is { } text
        ? StoredExternalForwards.Read(text) ?? throw new CorruptEntityException(Table, ExternalForwardsColumn)
        : ExternalForwardPolicy.Default;

    private static TransferPolicy TransferPolicyOf(TableEntity entity) =>
        StoredTransferPolicy.Read(entity.Text(Table, TransferPolicyColumn).Split(','))
        ?? throw new CorruptEntityException(Table, TransferPolicyColumn);

    private static AllowedCountries CountriesOf(TableEntity entity)
    {
        var countries = AllowedCountries.Of(
            entity.Text(Table, "Countries").Split(',', StringSplitOptions.RemoveEmptyEntries));
        return countries.IsOk
            ? countries.Value
            : throw new CorruptEntityException(Table, "Countries", countries.Refusal.Name);
    }

    private static TableEntity ToEntity(Organisation organisation, string change)
    {
        var entity = ToEntity(organisation);
        entity[CarriedChange.Property] = change;
        return entity;
    }

    private static TableEntity ToEntity(Organisation organisation) => new(organisation.Id.ToString(), Row)
    {
        ["Name"] = organisation.Name,
        ["Suspended"] = organisation.Suspended,
        ["Countries"] = string.Join(',', organisation.Countries.Regions),
        ["Fallback"] = organisation.Fallback?.E164,
        ["CallerId"] = Names.Kebab(organisation.CallerId),
        ["MainNumber"] = organisation.MainNumber?.E164,
        ["DeclinedCountsAs"] = Names.Kebab(organisation.DeclinedCountsAs),
        ["Language"] = Names.Kebab(organisation.Language),
        [TransferPolicyColumn] = string.Join(',', StoredTransferPolicy.ToTexts(organisation.TransferPolicy)),
        [TimeZone] = organisation.TimeZone.Id,
        [Holidays] = HolidayCalendarMapping.ToJson(organisation.Holidays),
        [Created] = organisation.Created is { } created ? Instants.Format(created) : null,
        [ExternalForwardsColumn] = StoredExternalForwards.TextOf(organisation.ExternalForwards),
    };
}
