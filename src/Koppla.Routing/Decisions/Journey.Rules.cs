using System.Collections.Immutable;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Routing.Decisions;

internal sealed partial class Journey
{
    private Hop ArriveAt(PhoneNumber number)
    {
        if (!data.TryFind(number, out var entry))
        {
            return Hop.Needs([new MissingNumber(number)]);
        }

        visited.Add(number);
        return entry switch
        {
            ReservedNumber reserved => ArriveAtReserved(number, reserved),
            AssignedNumber assigned => ArriveAtAssigned(number, assigned),
            _ => ArriveOutside(number),
        };
    }

    private Hop ArriveOutside(PhoneNumber number)
    {
        if (IsCalled(number))
        {
            return RefuseAt(number, RefuseReason.UnknownNumber, TraceCode.NumberUnknown);
        }

        Note(TraceCode.DestinationExternal, number);
        return Hop.Ends(new Forward(number));
    }

    private Hop ArriveAtReserved(PhoneNumber number, ReservedNumber reserved)
    {
        if (!data.TryFind(reserved.Organisation, out var organisation))
        {
            return Hop.Needs(MissingAround(reserved));
        }

        if (OrganisationRule(number, organisation) is { } stopped)
        {
            return stopped;
        }

        if (number.IsMobile)
        {
            return RefuseAt(number, RefuseReason.ReservedMobile, TraceCode.ReservedMobile);
        }

        if (reserved.Forwarding is not { } forwarding)
        {
            return Fail(RefuseReason.NotForwarded, TraceCode.ReservedNotForwarded, number);
        }

        if (!forwarding.Enabled)
        {
            return Fail(RefuseReason.NotForwarded, TraceCode.ReservedForwardingOff, number, forwarding.Destination);
        }

        Note(TraceCode.ReservedForwarded, number, forwarding.Destination);
        return Divert(number, organisation!, forwarding.Destination);
    }

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

    /// <summary>Null: the call goes on to the rules of the number. The called number's own refusal is final; further on only the chain has failed.</summary>
    private Hop? OrganisationRule(PhoneNumber number, Organisation? organisation)
    {
        if (IsCalled(number))
        {
            calledOrganisation = organisation;
        }

        if (organisation is null)
        {
            return Fail(RefuseReason.OrganisationMissing, TraceCode.OrganisationMissing, number);
        }

        if (organisation.Suspended)
        {
            return RefuseAt(number, RefuseReason.OrganisationSuspended, TraceCode.OrganisationSuspended);
        }

        Note(TraceCode.OrganisationActive, number);
        return call.Trail.Contains(number) ? Fail(RefuseReason.DiversionLoop, TraceCode.CameBack, number) : null;
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

    private Hop RefuseAt(PhoneNumber number, RefuseReason reason, TraceCode because)
    {
        Note(because, number);
        return IsCalled(number) ? RefuseFor(reason) : Hop.Fails(reason);
    }

    /// <summary>A reserved number's destination is known before its organisation: both are read in one round.</summary>
    private ImmutableArray<MissingData> MissingAround(ReservedNumber reserved)
    {
        var organisation = new MissingOrganisation(reserved.Organisation);
        return reserved.Forwarding is { Enabled: true } forwarding && !data.TryFind(forwarding.Destination, out _)
            ? [organisation, new MissingNumber(forwarding.Destination)]
            : [organisation];
    }

    private static ImmutableArray<MissingData> MissingAround(AssignedNumber assigned, bool organisationRead, bool userRead) =>
        (organisationRead, userRead) switch
        {
            (false, false) => [new MissingOrganisation(assigned.Organisation), new MissingUser(assigned.Organisation, assigned.User)],
            (false, true) => [new MissingOrganisation(assigned.Organisation)],
            _ => [new MissingUser(assigned.Organisation, assigned.User)],
        };
}
