using Koppla.Functions.Api;
using Koppla.Functions.Security;
using Koppla.Routing.Directory;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Numbers;

/// <summary>Reads and changes the forwarding of a reserved number, one version after another.</summary>
internal sealed class ForwardingChange(NumberRoute route, NumberStore store, ForwardingRules rules)
{
    /// <summary>Tries when somebody else changes the same number at the same time.</summary>
    private const int Tries = 3;

    public async Task<(StoredForwarding? Current, Problem? Problem)> ReadAsync(
        Person person, string number, CancellationToken cancellationToken)
    {
        var (found, problem) = await route.FindAsync(person, number, cancellationToken);
        return found?.Entry switch
        {
            null => (null, problem),
            ReservedNumber { Forwarding: { } forwarding } => (new StoredForwarding(forwarding, found.Version, false), null),
            AssignedNumber => (null, NumberProblems.Assigned),
            _ => (null, NumberProblems.ForwardingNotFound),
        };
    }

    public async Task<(StoredForwarding? Changed, Problem? Problem)> PutAsync(
        Person person, string number, ForwardingRequest asked, HttpRequest request, CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            var (found, problem) = await route.FindAsync(person, number, cancellationToken);
            if (found is null || (problem = ForwardingRules.CheckNumber(found)) is not null)
            {
                return (null, problem);
            }

            var current = (ReservedNumber)found.Entry;
            if (!EntityTag.Allows(request, found.Version) || (EntityTag.CreatesOnly(request) && current.Forwarding is not null))
            {
                return (null, Problems.VersionChanged);
            }

            (var forwarding, problem) = await rules.CheckAsync(found, asked, cancellationToken);
            if (forwarding is null)
            {
                return (null, problem);
            }

            var changed = current with { Forwarding = forwarding };
            if (await store.TryChangeAsync(found.Number, changed, found.Version, cancellationToken) is { } version)
            {
                return (new StoredForwarding(forwarding, version, current.Forwarding is null), null);
            }
        }

        return (null, Problems.Contended);
    }

    /// <returns>Null when it is gone.</returns>
    public async Task<Problem?> DeleteAsync(
        Person person, string number, HttpRequest request, CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            var (found, problem) = await route.FindAsync(person, number, cancellationToken);
            switch (found?.Entry)
            {
                case null:
                    return problem;
                case AssignedNumber:
                    return NumberProblems.Assigned;
                case ReservedNumber { Forwarding: null }:
                    return NumberProblems.ForwardingNotFound;
            }

            if (!EntityTag.Allows(request, found.Version))
            {
                return Problems.VersionChanged;
            }

            var changed = (ReservedNumber)found.Entry with { Forwarding = null };
            if (await store.TryChangeAsync(found.Number, changed, found.Version, cancellationToken) is not null)
            {
                return null;
            }
        }

        return Problems.Contended;
    }
}
