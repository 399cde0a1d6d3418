using Azure.Data.Tables;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers;

/// <summary>Which numbers a list tells of; what is null does not matter.</summary>
/// <param name="State">"reserved" or "assigned".</param>
/// <param name="Forwarded">Whether a forwarding is in use.</param>
internal sealed record NumberFilter(string? State = null, NumberKind? Kind = null, bool? Forwarded = null)
{
    /// <summary>Whether it lets a number of a user through: one is never forwarded by itself.</summary>
    public bool LetsAssigned(PhoneNumber number) =>
        State is null or NumberMapping.Assigned && (Kind is null || Kind == number.Kind) && Forwarded != true;

    /// <summary>To be added to a filter of the partition; empty: none.</summary>
    public string Clauses => string.Concat(
        State is null ? "" : TableClient.CreateQueryFilter($" and State eq {State}"),
        Kind is { } kind ? TableClient.CreateQueryFilter($" and Kind eq {Names.Kebab(kind)}") : "",
        Forwarded is { } forwarded ? TableClient.CreateQueryFilter($" and Forwarded eq {forwarded}") : "");
}
