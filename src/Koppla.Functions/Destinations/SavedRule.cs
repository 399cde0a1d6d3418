using Koppla.Functions.Transfers;
using Koppla.Functions.Users;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Functions.Destinations;

/// <summary>A rule that is saved and sends calls to a number or to a colleague.</summary>
/// <param name="User">Whose it is; null: a reserved number's.</param>
/// <param name="Profile">In which of the user's profiles; null: in what is done when a transfer fails.</param>
/// <param name="Number">The reserved number.</param>
/// <param name="Field">The member of the body that holds the destination.</param>
/// <param name="Since">Since when the destination stands; null: longer than any cool-down, or none matters.</param>
internal sealed record SavedRule(User? User, Profile? Profile, PhoneNumber? Number, string Field, Destination Destination, Instant? Since)
{
    public static IEnumerable<SavedRule> Of(User user) =>
    [
        .. user.Handling.Profiles.SelectMany(profile => Of(user, profile)),
        .. user.Handling.TransferPolicy is { } policy
            ? TransferPolicyRules.NumbersIn(policy)
                .Select(each => new SavedRule(user, null, null, $"transferPolicy.{each.Field}", Destination.Of(each.Number), null))
            : [],
    ];

    public static IEnumerable<SavedRule> Of(User user, Profile profile) => ProfileDestinations.Of(profile).Select(each => new SavedRule(
        user,
        profile,
        null,
        each.Field,
        each.Destination,
        each.Destination is NumberDestination number ? user.Handling.DestinationSince(number.Number) : null));

    public static SavedRule Of(PhoneNumber number, Forwarding forwarding) =>
        new(null, null, number, "destination", Destination.Of(forwarding.Destination), forwarding.Since);

    /// <summary>Where it sends calls, as the API writes it.</summary>
    public string To => Destination is NumberDestination number ? number.Number.E164 : ((ColleagueDestination)Destination).User.ToString();
}
