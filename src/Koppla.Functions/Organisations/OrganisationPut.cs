using Koppla.Functions.Api;
using Koppla.Functions.Insight;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Koppla.Routing.Directory;
using NodaTime;

namespace Koppla.Functions.Organisations;

/// <summary>Creates the organisation of who asks, or replaces what it says, one version after another.</summary>
internal sealed class OrganisationPut(OrganisationStore store, OrganisationChange change, OrganisationRules rules, IClock clock)
{
    public async Task<(ChangedOrganisation? Changed, Problem? Problem)> PutAsync(
        Person person, OrganisationWish wish, ChangeTerms terms, CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < ChangeTerms.Tries; tried++)
        {
            var found = await store.FindAsync(person.Organisation, cancellationToken);
            if (found is null ? terms.ReplacesOnly : terms.CreatesOnly || !terms.Allows(found.ETag))
            {
                return (null, Problems.VersionChanged);
            }

            if (found is not null && wish.Countries is { } countries && !countries.Equals(found.Value.Countries))
            {
                return (null, OrganisationProblems.CountriesElsewhere);
            }

            var wished = found is null ? wish.New(person.Organisation, clock.GetCurrentInstant()) : wish.For(found.Value);
            if (await rules.CheckAsync(wished, cancellationToken) is { } problem)
            {
                return (null, problem);
            }

            if (terms.DryRun)
            {
                return (new ChangedOrganisation(wished, found?.ETag, Preview: PreviewOf(found?.Value, wished)), null);
            }

            if (await change.PutAsync(found, wished, terms.By(person), cancellationToken) is { } version)
            {
                return (new ChangedOrganisation(wished, version, IsNew: found is null), null);
            }
        }

        return (null, Problems.Contended);
    }

    /// <summary>Which calls would meet something else is not searched for: it may be all of them.</summary>
    private static ChangePreviewBody PreviewOf(Organisation? before, Organisation after) =>
        new(before is null || OrganisationStore.SnapshotOf(before) != OrganisationStore.SnapshotOf(after), [], []);
}
