using System.Collections.Immutable;
using Koppla.Functions.Api;
using Koppla.Functions.Numbers;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.Transfers;
using Koppla.Functions.Users;
using Koppla.Routing;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Routing.Transfers;

namespace Koppla.Functions.Destinations;

/// <summary>
/// Who may set a destination outside the organisation, and what must be confirmed. Only numbers that are new to the user, or to the
/// reserved number, are asked about: what stands already stands, wherever it is moved, switched on or put in force.
/// </summary>
internal sealed class ExternalForwardRules(OrganisationStore organisations, NumberStore numbers)
{
    /// <param name="profiles">Those that the request is about: the body names their members.</param>
    public Task<Problem?> CheckAsync(
        Person person, ChangeTerms terms, User before, User after, ImmutableArray<CheckedProfile> profiles, CancellationToken cancellationToken) =>
        CheckAsync(
            person,
            terms.ConfirmsExternal ? null : after.Name,
            [.. NumbersOf(before, []).Select(each => each.Number)],
            NumbersOf(after, profiles),
            cancellationToken);

    /// <summary>The forwarding of a reserved number.</summary>
    public Task<Problem?> CheckAsync(
        Person person, ChangeTerms terms, PhoneNumber number, Forwarding? before, PhoneNumber destination, CancellationToken cancellationToken) =>
        CheckAsync(
            person,
            terms.ConfirmsExternal ? null : number.Display,
            before is null ? [] : [before.Destination],
            [(destination, "destination")],
            cancellationToken);

    /// <summary>The organisation's own policy for transfers that fail: nobody's calls in particular, so nothing is confirmed.</summary>
    public Task<Problem?> CheckAsync(Person person, TransferPolicy before, TransferPolicy after, CancellationToken cancellationToken) => CheckAsync(
        person,
        unconfirmed: null,
        [.. TransferPolicyRules.NumbersIn(before).Select(each => each.Number)],
        TransferPolicyRules.NumbersIn(after).Select(each => (each.Number, (string?)each.Field)),
        cancellationToken);

    /// <param name="unconfirmed">Whose first destination outside has to be confirmed; null: it is, or needs not be.</param>
    private async Task<Problem?> CheckAsync(
        Person person,
        string? unconfirmed,
        ImmutableHashSet<PhoneNumber> before,
        IEnumerable<(PhoneNumber Number, string? Field)> after,
        CancellationToken cancellationToken)
    {
        (PhoneNumber Number, string? Field)[] fresh = [.. after.Where(each => !before.Contains(each.Number))];
        if (fresh is [])
        {
            return null;
        }

        var policy = (await organisations.ReadAsync(person.Organisation, cancellationToken))?.ExternalForwards ?? ExternalForwardPolicy.Default;
        var mayNot = policy.SetBy == ForwardSetters.Nobody || (policy.SetBy == ForwardSetters.Administrators && !person.IsAdministrator);
        if (!mayNot && (!policy.ConfirmFirst || unconfirmed is null))
        {
            return null;
        }

        foreach (var (number, field) in fresh)
        {
            if (!await IsOutsideAsync(person.Organisation, number, cancellationToken))
            {
                continue;
            }

            if (mayNot)
            {
                return ExternalForwardProblems.NotAllowed(field);
            }

            return await AnyOutsideAsync(person.Organisation, before, cancellationToken)
                ? null
                : ExternalForwardProblems.Unconfirmed(unconfirmed!, number, field);
        }

        return null;
    }

    private async Task<bool> AnyOutsideAsync(OrganisationId organisation, IEnumerable<PhoneNumber> candidates, CancellationToken cancellationToken)
    {
        foreach (var number in candidates)
        {
            if (await IsOutsideAsync(organisation, number, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> IsOutsideAsync(OrganisationId organisation, PhoneNumber number, CancellationToken cancellationToken) =>
        await numbers.ReadAsync(number, cancellationToken) is not { } stored || NumberMapping.OrganisationOf(stored.Value) != organisation;

    /// <summary>All numbers that a user's rules send calls to, each with the member of the body that it is in, if it is in the body.</summary>
    private static IEnumerable<(PhoneNumber Number, string? Field)> NumbersOf(User user, ImmutableArray<CheckedProfile> profiles) =>
    [
        .. from profile in user.Handling.Profiles
           from each in ProfileDestinations.Of(profile)
           where each.Destination is NumberDestination
           select (((NumberDestination)each.Destination).Number, FieldOf(profile, each.Field, profiles)),
        .. user.Handling.TransferPolicy is { } policy
            ? TransferPolicyRules.NumbersIn(policy).Select(each => (each.Number, profiles.IsEmpty ? each.Field : null))
            : [],
    ];

    private static string? FieldOf(Profile profile, string field, ImmutableArray<CheckedProfile> profiles) =>
        profiles.FirstOrDefault(each => each.Profile.Id == profile.Id) is { } its ? its.NamedBy ?? field : null;
}
