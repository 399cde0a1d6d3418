using Koppla.Functions.Api;
using Koppla.Functions.Insight;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Koppla.Routing;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Numbers;

/// <summary>Ties reserved numbers to users, and unties them. A number's forwarding ends when it is tied, and does not come back.</summary>
internal sealed class Assignments(
    NumberRoute route, UserStore users, NumberChange change, ForwardingRules rules, IChangePreview preview)
{
    public async Task<(StoredAssignment? Assigned, Problem? Problem)> AssignAsync(
        Person person, string number, UserId user, ChangeTerms terms, CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < ChangeTerms.Tries; tried++)
        {
            var (found, problem) = await route.FindAsync(person, number, cancellationToken);
            if (found is null)
            {
                return (null, problem);
            }

            if (!terms.Allows(found.Version) || (terms.CreatesOnly && found.Entry is AssignedNumber))
            {
                return (null, Problems.VersionChanged);
            }

            var assigned = new AssignedNumber(person.Organisation, user);
            if (found.Entry is AssignedNumber now)
            {
                return now == assigned
                    ? (new StoredAssignment(found.Number, now, found.Version, IsNew: false), null)
                    : (null, NumberProblems.AssignedTo(now.User));
            }

            if (await CheckAsync(found, assigned, cancellationToken) is { } refused)
            {
                return (null, refused);
            }

            if (terms.DryRun)
            {
                var told = await preview.PreviewAsync(found.Number, found.Entry, assigned, terms.Language, cancellationToken);
                return (new StoredAssignment(found.Number, assigned, found.Version, IsNew: true, told), null);
            }

            if (await change.TryAsync(found, assigned, NumberChange.Assigned, terms.By(person), cancellationToken) is { } version)
            {
                return (new StoredAssignment(found.Number, assigned, version, IsNew: true), null);
            }
        }

        return (null, Problems.Contended);
    }

    /// <returns>Neither when it is reserved again; a preview when that was only tried.</returns>
    public async Task<(ChangePreviewBody? Preview, Problem? Problem)> UnassignAsync(
        Person person, string number, ChangeTerms terms, CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < ChangeTerms.Tries; tried++)
        {
            var (found, problem) = await route.FindAsync(person, number, cancellationToken);
            if (found?.Entry is not AssignedNumber)
            {
                return (null, problem ?? NumberProblems.NotAssigned);
            }

            if (!terms.Allows(found.Version))
            {
                return (null, Problems.VersionChanged);
            }

            var reserved = new ReservedNumber(person.Organisation, null);
            if (terms.DryRun)
            {
                return (await preview.PreviewAsync(found.Number, found.Entry, reserved, terms.Language, cancellationToken), null);
            }

            if (await change.TryAsync(found, reserved, NumberChange.Unassigned, terms.By(person), cancellationToken) is not null)
            {
                return (null, null);
            }
        }

        return (null, Problems.Contended);
    }

    /// <returns>Null: the number may be tied to the user.</returns>
    public async Task<Problem?> CheckAsync(FoundNumber found, AssignedNumber assigned, CancellationToken cancellationToken) =>
        await users.ReadAsync(assigned.Organisation, assigned.User, cancellationToken) is null
            ? NumberProblems.UserUnknown
            : await rules.TryAsync(found.Number, assigned, "user", cancellationToken);
}
