using Azure;
using Koppla.Functions.Api;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.Users;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Destinations;

/// <summary>
/// Reads and changes where an organisation's calls may be sent. A change reaches calls when the caches have seen it. It is not refused
/// for the rules that it forbids: they stay saved, and calls do not go there.
/// </summary>
internal sealed class OrganisationDestinationPolicy(OrganisationStore store, OrganisationChange change, PolicyBreaks breaks)
{
    /// <summary>Tries when somebody else changes the organisation at the same time.</summary>
    private const int Tries = 3;

    private const string Action = "destination-policy-changed";

    private static readonly Problem NotFound = new(
        StatusCodes.Status404NotFound, "organisation-not-found", "Your organisation is not known here.");

    public async Task<(Stored<DestinationPolicyValue>? Policy, Problem? Problem)> ReadAsync(Person person, CancellationToken cancellationToken) =>
        await store.FindAsync(person.Organisation, cancellationToken) is { } found
            ? (new Stored<DestinationPolicyValue>(DestinationPolicyValue.Of(found.Value), found.ETag), null)
            : (null, NotFound);

    /// <returns>What is stored now, the version read when it was only tried, and what the policy forbids.</returns>
    public async Task<(ETag? Version, Bounded<BreakBody>? Breaks, Problem? Problem)> PutAsync(
        Person person, DestinationPolicyValue policy, ChangeTerms terms, CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            if (await store.FindAsync(person.Organisation, cancellationToken) is not { } found)
            {
                return (null, null, NotFound);
            }

            if (!terms.Allows(found.ETag) || terms.CreatesOnly)
            {
                return (null, null, Problems.VersionChanged);
            }

            var changed = policy.In(found.Value);
            var broken = await breaks.FindAsync(changed, cancellationToken);
            var version = terms.DryRun ? found.ETag : await change.TryAsync(found, changed, Action, terms.By(person), cancellationToken);
            if (version is not null)
            {
                return (version, broken, null);
            }
        }

        return (null, null, Problems.Contended);
    }
}
