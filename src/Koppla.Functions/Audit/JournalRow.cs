using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Storage;
using NodaTime;

namespace Koppla.Functions.Audit;

/// <summary>A change in the journal.</summary>
/// <param name="IsMade">False: it may have been made or not, or is being made now. True: somebody outside is still to be told of it.</param>
internal sealed record JournalRow(Change Change, bool IsMade, ETag Version)
{
    public const string Made = "Made";
    public const string NextTryColumn = "NextTry";

    /// <summary>A property whose value no other write leaves.</summary>
    public const string ClaimColumn = "Claim";

    private const string Table = "journal";
    private const string ToColumn = "To";
    private const string AttemptsColumn = "Attempts";

    /// <summary>Who is told; null: not decided yet.</summary>
    public string? To { get; init; }

    /// <summary>How often telling it has failed.</summary>
    public int Attempts { get; init; }

    /// <summary>When it is told, or told again.</summary>
    public Instant NextTry { get; init; }

    /// <summary>Whose turn it was to tell it last; null: nobody's yet.</summary>
    public string? Claim { get; init; }

    public static JournalRow Begun(Change change) => new(change, IsMade: false, default) { NextTry = change.At };

    /// <summary>What is merged into a row when its change has been made and somebody is told of it: it may be merged again without harm.</summary>
    public static TableEntity MarkOf(Change change, string to) =>
        new(change.Organisation.ToString(), change.Id) { [Made] = true, [ToColumn] = to };

    public TableEntity ToEntity()
    {
        var row = ChangeMapping.ToRow(Change, Change.Id, withDocuments: true);
        row[Made] = IsMade;
        row[ToColumn] = To;
        row[AttemptsColumn] = Attempts;
        row[NextTryColumn] = NextTry.ToDateTimeOffset();
        row[ClaimColumn] = Claim;
        return row;
    }

    public static JournalRow FromEntity(TableEntity row) => new(ChangeMapping.FromRow(row), row.Flag(Table, Made), row.ETag)
    {
        To = row.TextOrNull(ToColumn),
        Attempts = row.GetInt32(AttemptsColumn) ?? throw new CorruptEntityException(Table, AttemptsColumn),
        NextTry = Instant.FromDateTimeOffset(
            row.GetDateTimeOffset(NextTryColumn) ?? throw new CorruptEntityException(Table, NextTryColumn)),
        Claim = row.TextOrNull(ClaimColumn),
    };
}
