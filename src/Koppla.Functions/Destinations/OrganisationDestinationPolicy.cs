using Azure;
using Koppla.Functions.Api;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.Users;

namespace Koppla.Functions.Destinations;

/// <summary>
/// Reads and changes where an organisation's calls may be sent. A change reaches calls when the caches have seen it. It is not refused
/// for the rules that it forbids: they stay saved, and calls do not go there.
/// </summary>
internal sealed class OrganisationDestinationPolicy(OrganisationStore store, OrganisationChange change, PolicyBreaks breaks)
{
    private const string Action = "destination-policy-changed";

    public async Task<(Stored<DestinationPolicyValue>? Policy, Problem? Problem)> ReadAsync(Person person, CancellationToken cancellationToken) =>
        await store.FindAsync(person.Organisation, cancellationToken) is { } found
            ? (new Stored<DestinationPolicyValue>(DestinationPolicyValue.Of(found.Value), found.ETag), null)
            : (null, OrganisationProblems.NotFound);

    /// <returns>What is stored now, the version read when it was only tried, and what the policy forbids.</returns>
    public async Task<(ETag? Version, Bounded<BreakBody>? Breaks, Problem? Problem)> PutAsync(
        Person person, DestinationPolicyValue policy, ChangeTerms terms, CancellationToken cancellationToken)
    {
        Bounded<BreakBody>? broken = null;
        var (version, problem) = await change.ApplyAsync(
            person,
            terms,
            Action,
            async organisation =>
            {
                var changed = policy.In(organisation);
                broken = await breaks.FindAsync(changed, cancellationToken);
                return (changed, null);
            },
            cancellationToken);
        return (version, broken, problem);
    }
}
