using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Organisations;

/// <summary>Organisations in the table <c>organisations</c>: one entity each.</summary>
internal sealed class OrganisationStore(Tables tables)
{
    private const string Table = "organisations";
    private const string Row = "organisation";

    public async Task<Organisation?> ReadAsync(OrganisationId id, CancellationToken cancellationToken)
    {
        var entity = await tables.Organisations.GetEntityIfExistsAsync<TableEntity>(
            id.ToString(), Row, cancellationToken: cancellationToken);
        return entity.HasValue ? FromEntity(id, entity.Value!) : null;
    }

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
    };

    private static AllowedCountries CountriesOf(TableEntity entity)
    {
        var countries = AllowedCountries.Of(
            entity.Text(Table, "Countries").Split(',', StringSplitOptions.RemoveEmptyEntries));
        return countries.IsOk
            ? countries.Value
            : throw new CorruptEntityException(Table, "Countries", countries.Refusal.Name);
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
    };
}
