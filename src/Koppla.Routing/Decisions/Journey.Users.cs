using System.Collections.Immutable;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Routing.Decisions;

/// <content>The rules of a user.</content>
internal sealed partial class Journey
{
    private Hop ArriveAtAssigned(PhoneNumber number, AssignedNumber assigned)
    {
        var organisationRead = data.TryFind(assigned.Organisation, out var organisation);
        var userRead = data.TryFind(assigned.User, out var user);
        if (!organisationRead || !userRead)
        {
            return Hop.Needs(MissingAround(assigned, organisationRead, userRead));
        }

        if (OrganisationRule(number, organisation) is { } stopped)
        {
            return stopped;
        }

        if (user is null || user.Organisation != assigned.Organisation)
        {
            return Fail(RefuseReason.UserMissing, TraceCode.UserMissing, number);
        }

        if (IsCalled(number))
        {
            calledUser = user;
        }

        return UserRule(number, organisation!, user);
    }

    private Hop UserRule(PhoneNumber number, Organisation organisation, User user)
    {
        switch (user.Handling.RuleFor(number).AtOnce)
        {
            case { Enabled: true } forwarding:
                Note(TraceCode.UserForwards, number, forwarding.Destination);
                return Divert(number, organisation, forwarding.Destination);
            case { } switchedOff:
                Note(TraceCode.UserForwardingOff, number, switchedOff.Destination);
                break;
            default:
                Note(TraceCode.UserDoesNotForward, number);
                break;
        }

        return DeviceRule(number, organisation, user);
    }

    private Hop DeviceRule(PhoneNumber number, Organisation organisation, User user)
    {
        switch (user.Handling.Device)
        {
            case TelephoneDevice telephone when TelephoneFailure(number, organisation, telephone.Number) is { } failure:
                return failure;
            case TelephoneDevice telephone:
                Note(TraceCode.TelephoneRings, number, telephone.Number);
                diversions = diversions.Append(number);
                return Hop.Ends(new Ring(telephone, user.Id));
            case AppDevice app:
                Note(TraceCode.AppRings, number);
                return Hop.Ends(new Ring(app, user.Id));
            default:
                return Fail(RefuseReason.NoDevice, TraceCode.NoDevice, number);
        }
    }

    /// <summary>
    /// A user's own telephone is no diversion and may ring after the last one. But the call leaves us for another number, and could come back:
    /// so the leg carries this number in its trail, and one that comes back with more than it could have been diverted rings nothing.
    /// </summary>
    private Hop? TelephoneFailure(PhoneNumber number, Organisation organisation, PhoneNumber telephone)
    {
        if (HasBeenAt(telephone))
        {
            return Fail(RefuseReason.DiversionLoop, TraceCode.DiversionLoop, number, telephone);
        }

        if (diversions.Count > RoutingEngine.MaxDiversions)
        {
            return Fail(RefuseReason.TooManyDiversions, TraceCode.TooManyDiversions, number, telephone);
        }

        return IsForbidden(number, organisation, telephone) ? Hop.Fails(RefuseReason.DestinationForbidden) : null;
    }

    private static ImmutableArray<MissingData> MissingAround(AssignedNumber assigned, bool organisationRead, bool userRead) =>
        (organisationRead, userRead) switch
        {
            (false, false) => [new MissingOrganisation(assigned.Organisation), new MissingUser(assigned.Organisation, assigned.User)],
            (false, true) => [new MissingOrganisation(assigned.Organisation)],
            _ => [new MissingUser(assigned.Organisation, assigned.User)],
        };
}
