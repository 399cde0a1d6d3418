using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Storage;

namespace Koppla.Functions.Audit;

/// <summary>A change in the journal.</summary>
/// <param name="IsMade">False: it may have been made or not, or is being made now.</param>
internal sealed record JournalRow(Change Change, bool IsMade, ETag Version)
{
    public const string Made = "Made";
    private const string Table = "journal";

    public static TableEntity ToEntity(Change change, bool isMade)
    {
        var row = ChangeMapping.ToRow(change, change.Id, withDocuments: true);
        row[Made] = isMade;
        return row;
    }

    public static JournalRow FromEntity(TableEntity row) => new(ChangeMapping.FromRow(row), row.Flag(Table, Made), row.ETag);
}
