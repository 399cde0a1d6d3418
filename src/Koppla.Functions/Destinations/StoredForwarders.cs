using System.Collections.Immutable;
using Koppla.Functions.Storage;
using Koppla.Routing;
using Koppla.Routing.Destinations;

namespace Koppla.Functions.Destinations;

/// <summary>By whose rules a call has left its organisation, as a text: organisation and user, or organisation and reserved number.</summary>
internal static class StoredForwarders
{
    public const string Column = "ForwardedBy";

    /// <summary>Null when there are none: then nothing is stored.</summary>
    public static string? TextOrNull(ImmutableArray<Forwarder> forwarders) =>
        forwarders.IsEmpty ? null : string.Join(',', forwarders.Select(each => $"{each.Organisation}/{each.User?.ToString() ?? each.Number!.E164}"));

    public static ImmutableArray<Forwarder> Read(string table, string? text) =>
        text is null ? [] : [.. text.Split(',').Select(each => ReadOne(table, each))];

    private static Forwarder ReadOne(string table, string text)
    {
        if (text.Split('/') is not [var owner, var by] || OrganisationId.Parse(owner) is not { IsOk: true } organisation)
        {
            throw new CorruptEntityException(table, Column);
        }

        if (by is ['+', ..])
        {
            return Forwarder.Of(organisation.Value, StoredNumber.Read(table, Column, by));
        }

        return UserId.Parse(by) is { IsOk: true } user
            ? Forwarder.Of(organisation.Value, user.Value)
            : throw new CorruptEntityException(table, Column);
    }
}
