using Azure.Data.Tables;
using Koppla.Functions.Audit;
using Koppla.Functions.Storage;
using Koppla.Routing;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using NodaTime;
using NodaTime.Text;

namespace Koppla.Functions.Numbers;

/// <summary>Between one of our numbers and its entity; the index row of the lists has the same properties.</summary>
internal static class NumberMapping
{
    public const string Row = "number";
    private const string Table = "numbers";
    public const string Reserved = "reserved";
    public const string Assigned = "assigned";
    public const string State = "State";
    public const string Kind = "Kind";
    public const string Forwarded = "Forwarded";
    private const string ForwardingSince = "ForwardingSince";

    private static readonly string[] Properties = ["Organisation", State, "Destination", "ForwardingEnabled", ForwardingSince, "User"];

    /// <param name="change">The id of the change that makes it so; null: none does.</param>
    public static TableEntity ToEntity(PhoneNumber number, NumberEntry entry, string? change) =>
        Fill(new TableEntity(number.Digits, Row) { [CarriedChange.Property] = change }, entry);

    /// <summary>With what lists are filtered by.</summary>
    public static TableEntity ToIndexRow(PhoneNumber number, NumberEntry entry) => Fill(
        new TableEntity(OrganisationOf(entry).ToString(), number.Digits)
        {
            [Kind] = Names.Kebab(number.Kind),
            [Forwarded] = entry is ReservedNumber { Forwarding.Enabled: true },
        },
        entry);

    /// <summary>For the audit log.</summary>
    public static string SnapshotOf(NumberEntry entry) => Snapshot.Of(Fill([], entry), Properties);

    public static NumberEntry FromSnapshot(string snapshot) => FromEntity(Snapshot.ToEntity(snapshot, string.Empty, Row));

    public static NumberEntry FromEntity(TableEntity entity)
    {
        var organisation = new OrganisationId(entity.Id(Table, "Organisation"));
        return entity.Text(Table, State) switch
        {
            Reserved => new ReservedNumber(organisation, ForwardingOf(entity)),
            Assigned => new AssignedNumber(organisation, new UserId(entity.Id(Table, "User"))),
            _ => throw new CorruptEntityException(Table, State),
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
                Since = SinceOf(entity),
            }
            : null;

    /// <summary>One of before there was such a property has stood for long.</summary>
    private static Instant? SinceOf(TableEntity entity)
    {
        if (entity.TextOrNull(ForwardingSince) is not { } text)
        {
            return null;
        }

        var since = InstantPattern.ExtendedIso.Parse(text);
        return since.Success ? since.Value : throw new CorruptEntityException(Table, ForwardingSince);
    }

    private static TableEntity Fill(TableEntity entity, NumberEntry entry)
    {
        entity["Organisation"] = OrganisationOf(entry).ToString();
        switch (entry)
        {
            case ReservedNumber reserved:
                entity[State] = Reserved;
                if (reserved.Forwarding is { } forwarding)
                {
                    entity["Destination"] = forwarding.Destination.E164;
                    entity["ForwardingEnabled"] = forwarding.Enabled;
                    entity[ForwardingSince] = forwarding.Since is { } since ? InstantPattern.ExtendedIso.Format(since) : null;
                }

                break;
            case AssignedNumber assigned:
                entity[State] = Assigned;
                entity["User"] = assigned.User.ToString();
                break;
            default:
                throw new ArgumentException("A number that is not ours is not stored.", nameof(entry));
        }

        return entity;
    }
}
