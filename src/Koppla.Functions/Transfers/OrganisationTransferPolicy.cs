using Azure;
using Koppla.Functions.Api;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.Users;
using Koppla.Routing.Transfers;

namespace Koppla.Functions.Transfers;

/// <summary>Reads and changes the failure policy of an organisation. A change reaches calls when the caches have seen it.</summary>
internal sealed class OrganisationTransferPolicy(OrganisationStore store, OrganisationChange change, TransferPolicyRules rules)
{
    /// <summary>Tries when somebody else changes the organisation at the same time.</summary>
    private const int Tries = 3;

    private const string Action = "transfer-policy-changed";

    public async Task<(Stored<TransferPolicy>? Policy, Problem? Problem)> ReadAsync(Person person, CancellationToken cancellationToken) =>
        await store.FindAsync(person.Organisation, cancellationToken) is { } found
            ? (new Stored<TransferPolicy>(found.Value.TransferPolicy, found.ETag), null)
            : (null, OrganisationProblems.NotFound);

    /// <returns>What is stored now; the version read when it was only tried.</returns>
    public async Task<(ETag? Version, Problem? Problem)> PutAsync(
        Person person, TransferPolicy policy, ChangeTerms terms, CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            if (await store.FindAsync(person.Organisation, cancellationToken) is not { } found)
            {
                return (null, OrganisationProblems.NotFound);
            }

            if (!terms.Allows(found.ETag) || terms.CreatesOnly)
            {
                return (null, Problems.VersionChanged);
            }

            if (await rules.CheckAsync(person.Organisation, policy, cancellationToken) is { } problem)
            {
                return (null, problem);
            }

            if (terms.DryRun)
            {
                return (found.ETag, null);
            }

            if (await change.TryAsync(found, found.Value with { TransferPolicy = policy }, Action, terms.By(person), cancellationToken) is { } version)
            {
                return (version, null);
            }
        }

        return (null, Problems.Contended);
    }
}
