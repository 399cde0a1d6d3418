using Koppla.Functions.Api;
using Koppla.Routing;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Users;

/// <summary>Where a user's profile may send calls. What is switched off is checked too, so that switching it on holds no surprise.</summary>
internal sealed class DestinationRules(User user, AllowedCountries countries)
{
    private static readonly Refusal ColleagueIsSelf = new("colleague-is-self", "Calls can't be forwarded to the user who forwards them.");
    private static readonly Refusal ColleagueNotFound = new("colleague-not-found", "The organisation has no such user.");

    public async Task<Problem?> CheckAsync(Profile profile, Rehearsal rehearsal, CancellationToken cancellationToken)
    {
        foreach (var (field, forMobile, destination) in ProfileDestinations.Of(profile))
        {
            var refusal = destination switch
            {
                NumberDestination number => DestinationPolicy.Check(number.Number, OwnNumber(forMobile), countries),
                ColleagueDestination colleague when colleague.User == user.Id => ColleagueIsSelf,
                ColleagueDestination colleague =>
                    await rehearsal.ExistsAsync(user.Organisation, colleague.User, cancellationToken) ? null : ColleagueNotFound,
                _ => throw new ArgumentOutOfRangeException(nameof(profile)),
            };
            if (refusal is not null)
            {
                return Problem.Of(StatusCodes.Status422UnprocessableEntity, refusal, field);
            }
        }

        return null;
    }

    /// <summary>The only number that a rule can be for: from it to itself. With several, a loop depends on the rules.</summary>
    private PhoneNumber? OwnNumber(bool mobile) => user.Numbers.Where(number => number.IsMobile == mobile).Take(2).ToArray() is [var only] ? only : null;
}
