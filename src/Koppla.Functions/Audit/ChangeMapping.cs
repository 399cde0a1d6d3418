using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Koppla.Routing;
using NodaTime;

namespace Koppla.Functions.Audit;

/// <summary>Between a change and the rows of the tables <c>journal</c> and <c>audit</c>.</summary>
internal static class ChangeMapping
{
    private const string Table = "audit";
    private const string Id = "Id";
    private const string At = "At";
    private const string Person = "Person";
    private const string Address = "Address";
    private const string Action = "Action";
    public const string Object = "Object";
    private const string Before = "Before";
    private const string After = "After";
    private const string Predecessor = "Predecessor";
    private const string Refused = "Refused";

    /// <summary>All but the documents.</summary>
    public static readonly string[] Summary = ["PartitionKey", "RowKey", Id, At, Person, Address, Action, Object, Predecessor, Refused];

    public static TableEntity ToRow(Change change, string key, bool withDocuments)
    {
        var row = new TableEntity(change.Organisation.ToString(), key)
        {
            [Id] = change.Id,
            [At] = change.At.ToDateTimeOffset(),
            [Person] = change.By.Person?.ToString(),
            [Address] = change.By.Address,
            [Action] = change.Action,
            [Object] = change.Object.ToString(),
            [Predecessor] = change.Predecessor,
            [Refused] = change.Refused,
        };
        if (withDocuments)
        {
            row[Before] = change.Before;
            row[After] = change.After;
        }

        return row;
    }

    public static Change FromRow(TableEntity row) => new(
        row.Text(Table, Id),
        new OrganisationId(Guid.ParseExact(row.PartitionKey, "D")),
        Instant.FromDateTimeOffset(row.GetDateTimeOffset(At) ?? throw new CorruptEntityException(Table, At)),
        new Author(row.TextOrNull(Person) is { } person ? UserId.Parse(person).Value : null, row.TextOrNull(Address)),
        row.Text(Table, Action),
        AuditedObject.Parse(row.Text(Table, Object)) ?? throw new CorruptEntityException(Table, Object),
        row.TextOrNull(Before),
        row.TextOrNull(After),
        row.TextOrNull(Predecessor))
    {
        Refused = row.TextOrNull(Refused),
    };
}
