using Koppla.Functions.Api;
using Koppla.Functions.Insight;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Numbers;

/// <summary>Reads and changes the forwarding of a reserved number, one version after another.</summary>
internal sealed class ForwardingChange(NumberRoute route, NumberChange numbers, ForwardingRules rules, IChangePreview preview)
{
    public async Task<(StoredForwarding? Current, Problem? Problem)> ReadAsync(
        Person person, string number, CancellationToken cancellationToken)
    {
        var (found, problem) = await route.FindAsync(person, number, cancellationToken);
        return found?.Entry switch
        {
            null => (null, problem),
            ReservedNumber { Forwarding: { } forwarding } => (new StoredForwarding(forwarding, found.Version, false), null),
            AssignedNumber assigned => (null, NumberProblems.AssignedTo(assigned.User)),
            _ => (null, NumberProblems.ForwardingNotFound),
        };
    }

    public async Task<(StoredForwarding? Changed, Problem? Problem)> PutAsync(
        Person person, string number, ForwardingRequest asked, ChangeTerms terms, CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < ChangeTerms.Tries; tried++)
        {
            var (found, problem) = await route.FindAsync(person, number, cancellationToken);
            if (found is null || (problem = ForwardingRules.CheckNumber(found)) is not null)
            {
                return (null, problem);
            }

            var current = (ReservedNumber)found.Entry;
            if (!terms.Allows(found.Version) || (terms.CreatesOnly && current.Forwarding is not null))
            {
                return (null, Problems.VersionChanged);
            }

            (var forwarding, problem) = await rules.CheckAsync(person, found, asked, terms, cancellationToken);
            if (forwarding is null)
            {
                return (null, problem);
            }

            var changed = current with { Forwarding = forwarding };
            if (terms.DryRun)
            {
                var told = await preview.PreviewAsync(found.Number, current, changed, terms.Language, cancellationToken);
                return (new StoredForwarding(forwarding, found.Version, false, told), null);
            }

            if (await numbers.TryAsync(found, changed, NumberChange.ForwardingSet, terms.By(person), cancellationToken) is { } version)
            {
                return (new StoredForwarding(forwarding, version, current.Forwarding is null), null);
            }
        }

        return (null, Problems.Contended);
    }

    /// <returns>Neither when it is gone; a preview when that was only tried.</returns>
    public async Task<(ChangePreviewBody? Preview, Problem? Problem)> DeleteAsync(
        Person person, string number, ChangeTerms terms, CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < ChangeTerms.Tries; tried++)
        {
            var (found, problem) = await route.FindAsync(person, number, cancellationToken);
            switch (found?.Entry)
            {
                case null:
                    return (null, problem);
                case AssignedNumber assigned:
                    return (null, NumberProblems.AssignedTo(assigned.User));
                case ReservedNumber { Forwarding: null }:
                    return (null, NumberProblems.ForwardingNotFound);
            }

            if (!terms.Allows(found.Version))
            {
                return (null, Problems.VersionChanged);
            }

            var current = (ReservedNumber)found.Entry;
            var changed = current with { Forwarding = null };
            if (terms.DryRun)
            {
                return (await preview.PreviewAsync(found.Number, current, changed, terms.Language, cancellationToken), null);
            }

            if (await numbers.TryAsync(found, changed, NumberChange.ForwardingRemoved, terms.By(person), cancellationToken) is not null)
            {
                return (null, null);
            }
        }

        return (null, Problems.Contended);
    }
}
