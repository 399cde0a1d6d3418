using Azure;
using Koppla.Functions.Storage;
using Koppla.Routing;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers;

/// <summary>A number of ours as it is stored now.</summary>
internal sealed record FoundNumber(PhoneNumber Number, Stored<NumberEntry> Stored)
{
    public NumberEntry Entry => Stored.Value;

    public OrganisationId Organisation => NumberMapping.OrganisationOf(Entry);

    public ETag Version => Stored.ETag;

    /// <summary>The id of the change that made it so; null: it was written without one.</summary>
    public string? Change => Stored.Change;
}
