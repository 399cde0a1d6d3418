using Koppla.Routing.Profiles;

namespace Koppla.Functions.Users;

/// <summary>Every destination in a profile, in use or kept, with the member of the body that holds it.</summary>
internal static class ProfileDestinations
{
    public static IEnumerable<(string Field, bool ForMobile, Destination Destination)> Of(Profile profile) =>
    [
        .. Of(profile.Fixed, "fixed").Select(each => (each.Field, false, each.Destination)),
        .. Of(profile.Mobile, "mobile").Select(each => (each.Field, true, each.Destination)),
    ];

    private static IEnumerable<(string Field, Destination Destination)> Of(NumberRule rule, string field)
    {
        (string Member, Destination? Destination)[] all =
        [
            ("forwardTo", rule.ForwardTo),
            ("afterReferral.to", rule.AfterReferral?.To),
            ("onBusy.to", rule.OnBusy?.To),
            ("onNoAnswer.to", rule.OnNoAnswer?.To),
            ("onNoConnection.to", rule.OnNoConnection?.To),
        ];
        foreach (var (member, destination) in all)
        {
            if (destination is not null)
            {
                yield return ($"{field}.{member}.{(destination is NumberDestination ? "number" : "user")}", destination);
            }
        }
    }
}
