using Azure;
using Koppla.Functions.Api;
using Koppla.Functions.Destinations;
using Koppla.Functions.Insight;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.Users;
using Koppla.Routing.Transfers;

namespace Koppla.Functions.Transfers;

/// <summary>Reads and changes the failure policy of an organisation. A change reaches calls when the caches have seen it.</summary>
internal sealed class OrganisationTransferPolicy(
    OrganisationStore store, OrganisationChange change, TransferPolicyRules rules, ExternalForwardRules externals)
{
    private const string Action = "transfer-policy-changed";

    public async Task<(Stored<TransferPolicy>? Policy, Problem? Problem)> ReadAsync(Person person, CancellationToken cancellationToken) =>
        await store.FindAsync(person.Organisation, cancellationToken) is { } found
            ? (new Stored<TransferPolicy>(found.Value.TransferPolicy, found.ETag), null)
            : (null, OrganisationProblems.NotFound);

    /// <returns>What is stored now; when it was only tried, the version read and what would be: no call that nobody transfers meets anything else.</returns>
    public async Task<(ETag? Version, ChangePreviewBody? Preview, Problem? Problem)> PutAsync(
        Person person, TransferPolicy policy, ChangeTerms terms, CancellationToken cancellationToken)
    {
        var changes = false;
        var (version, problem) = await change.ApplyAsync(
            person,
            terms,
            Action,
            async organisation =>
            {
                changes = organisation.TransferPolicy != policy;
                var problem = await rules.CheckAsync(person.Organisation, policy, cancellationToken)
                    ?? await externals.CheckAsync(person, organisation.TransferPolicy, policy, cancellationToken);
                return problem is null ? (organisation with { TransferPolicy = policy }, null) : (null, problem);
            },
            cancellationToken);
        return (version, terms.DryRun ? new ChangePreviewBody(changes, [], []) : null, problem);
    }
}
