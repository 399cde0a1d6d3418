using Azure.Data.Tables;
using Koppla.Routing;
using NodaTime;

namespace Koppla.Functions.Audit;

/// <summary>Which changes: all, or those of an object, or of a person, or both; in a time; after one of them.</summary>
/// <param name="Object">Null: of every object.</param>
/// <param name="Person">Null: of everybody.</param>
/// <param name="From">The earliest that is told; null: since the beginning.</param>
/// <param name="To">The first that is not told any more; null: until now.</param>
/// <param name="After">The id of the last change of the page before; null: the first page.</param>
internal sealed record AuditQuery(
    AuditedObject? Object = null, UserId? Person = null, Instant? From = null, Instant? To = null, string? After = null, int PageSize = 1000)
{
    private string Prefix => Object is not null ? AuditKeys.By(Object) : Person is not null ? AuditKeys.By(Person) : AuditKeys.ByTime;

    public string FilterFor(OrganisationId organisation)
    {
        // The keys hold the time upside down: what is later comes first.
        var first = Prefix + (To is { } to ? ChangeId.TimeBefore(to) : string.Empty);
        var end = From is { } from ? Prefix + ChangeId.TimeBefore(from) : Prefix[..^1] + ";";
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {organisation.ToString()} and RowKey ge {first} and RowKey lt {end}");
        if (After is not null)
        {
            filter += TableClient.CreateQueryFilter($" and RowKey gt {Prefix + After}");
        }

        return Object is not null && Person is { } person
            ? filter + TableClient.CreateQueryFilter($" and Person eq {person.ToString()}")
            : filter;
    }
}
