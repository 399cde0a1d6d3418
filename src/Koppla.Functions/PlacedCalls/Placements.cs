using Koppla.Functions.Api;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Users;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;

namespace Koppla.Functions.PlacedCalls;

/// <summary>
/// Checks a call that a user wants to place. Whom it reaches is not decided here, but when the own device has answered: by the rules of
/// who is called, as for every call.
/// </summary>
internal sealed class Placements(UserStore users, OrganisationCache organisations, Goals goals)
{
    public async Task<(Placement? Placement, Problem? Problem)> CheckAsync(
        Person person, PlacedCallWish wish, CancellationToken cancellationToken)
    {
        if ((await users.ReadAsync(person.Organisation, person.Id, cancellationToken))?.Value is not { } user
            || await organisations.GetAsync(person.Organisation, cancellationToken) is not { } organisation)
        {
            return (null, UserProblems.NotFound);
        }

        var device = OwnDevice.Of(user.Handling.Devices, wish.Device);
        var shown = user.MainNumber ?? organisation.MainNumber;
        if (organisation.Suspended || device is null || shown is null)
        {
            return (null, organisation.Suspended ? PlacedCallProblems.OrganisationSuspended
                : user.Handling.Devices.IsEmpty ? PlacedCallProblems.NoDevice
                : device is null ? PlacedCallProblems.DeviceUnknown
                : PlacedCallProblems.NoNumber);
        }

        if (device is TelephoneDevice { Number: var own } && await goals.CheckAsync(person, own, "device", cancellationToken) is { } forbidden)
        {
            return (null, forbidden);
        }

        var (goal, problem) = await goals.FindAsync(person, wish.To, cancellationToken);
        return goal is null ? (null, problem)
            : IsSelf(user, device, wish.To, goal) ? (null, PlacedCallProblems.TargetIsSelf)
            : (new Placement(organisation, user.Id, device, shown, goal), null);
    }

    private static bool IsSelf(User user, Device device, Destination to, Goal goal) =>
        (to is ColleagueDestination colleague && colleague.User == user.Id)
        || user.Numbers.Contains(goal.Number)
        || (device is TelephoneDevice telephone && telephone.Number.Equals(goal.Number));
}
