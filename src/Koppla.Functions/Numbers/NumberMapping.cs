using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Koppla.Routing;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using NodaTime;

namespace Koppla.Functions.Numbers;

/// <summary>Between one of our numbers and its entity; the index row of the lists has the same properties.</summary>
internal static class NumberMapping
{
    public const string Row = "number";
    private const string Table = "numbers";
    public const string Reserved = "reserved";
    public const string Assigned = "assigned";

    public static TableEntity ToEntity(PhoneNumber number, NumberEntry entry) =>
        Fill(new TableEntity(number.Digits, Row), entry);

    public static TableEntity ToIndexRow(PhoneNumber number, NumberEntry entry) =>
        Fill(new TableEntity(OrganisationOf(entry).ToString(), number.Digits), entry);

    public static NumberEntry FromEntity(TableEntity entity)
    {
        var organisation = new OrganisationId(entity.Id(Table, "Organisation"));
        return entity.Text(Table, "State") switch
        {
            Reserved => new ReservedNumber(organisation, ForwardingOf(entity)),
            Assigned => new AssignedNumber(organisation, new UserId(entity.Id(Table, "User"))),
            _ => throw new CorruptEntityException(Table, "State"),
        };
    }

    public static OrganisationId OrganisationOf(NumberEntry entry) => entry switch
    {
        ReservedNumber reserved => reserved.Organisation,
        AssignedNumber assigned => assigned.Organisation,
        _ => throw new ArgumentException("A number that is not ours is not stored.", nameof(entry)),
    };

    private static Forwarding? ForwardingOf(TableEntity entity) =>
        entity.NumberOrNull(Table, "Destination") is { } destination
            ? new Forwarding(destination, entity.Flag(Table, "ForwardingEnabled"))
            {
                Since = entity.GetDateTimeOffset("ForwardingSince") is { } since ? Instant.FromDateTimeOffset(since) : null,
            }
            : null;

    private static TableEntity Fill(TableEntity entity, NumberEntry entry)
    {
        entity["Organisation"] = OrganisationOf(entry).ToString();
        switch (entry)
        {
            case ReservedNumber reserved:
                entity["State"] = Reserved;
                if (reserved.Forwarding is { } forwarding)
                {
                    entity["Destination"] = forwarding.Destination.E164;
                    entity["ForwardingEnabled"] = forwarding.Enabled;
                    entity["ForwardingSince"] = forwarding.Since?.ToDateTimeOffset();
                }

                break;
            case AssignedNumber assigned:
                entity["State"] = Assigned;
                entity["User"] = assigned.User.ToString();
                break;
            default:
                throw new ArgumentException("A number that is not ours is not stored.", nameof(entry));
        }

        return entity;
    }
}
