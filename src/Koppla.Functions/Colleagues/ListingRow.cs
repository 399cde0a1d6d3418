using System.Collections.Immutable;
using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Koppla.Routing;
using NodaTime;

namespace Koppla.Functions.Colleagues;

/// <summary>One of a listing's rows: the listing under one of its terms.</summary>
/// <param name="Since">When it was written.</param>
internal sealed record ListingRow(string Key, string Term, Listing Listing, Instant Since)
{
    private const string Table = "colleagueindex";
    private const string Name = "Name";
    private const string Department = "Department";
    private const string Numbers = "Numbers";

    /// <summary>Comes before every letter and digit, so that a word comes before those that begin with it.</summary>
    private const char Separator = '!';

    /// <summary>What a search reads.</summary>
    public static readonly string[] Columns = ["RowKey", "Timestamp", Name, Department, Numbers];

    public static string KeyOf(Listing listing, string term) => $"{term}{Separator}{listing.User.Value:N}{Separator}{listing.Id}";

    public static TableEntity ToEntity(OrganisationId organisation, Listing listing, string term) =>
        new(organisation.ToString(), KeyOf(listing, term))
        {
            [Name] = listing.Name,
            [Department] = listing.Department,
            [Numbers] = string.Join(' ', listing.Spellings),
        };

    public static ListingRow FromEntity(TableEntity entity) =>
        entity.RowKey.Split(Separator) is [var term, var user, var id] && Guid.TryParseExact(user, "N", out var guid)
            ? new ListingRow(
                entity.RowKey,
                term,
                new Listing(id, new UserId(guid), entity.Text(Table, Name), entity.TextOrNull(Department), SpellingsOf(entity)),
                Instant.FromDateTimeOffset(entity.Timestamp ?? throw new CorruptEntityException(Table, "Timestamp")))
            : throw new CorruptEntityException(Table, "RowKey");

    private static ImmutableArray<string> SpellingsOf(TableEntity entity) =>
        [.. entity.Text(Table, Numbers).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
