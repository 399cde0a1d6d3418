using Koppla.Routing.Callers;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;

namespace Koppla.Routing.Decisions;

/// <content>Which profile decides, where it sends calls, and who is treated otherwise.</content>
internal ref partial struct Journey
{
    /// <summary>The profile in force, and in the trace what could have put another in its place.</summary>
    private Profile ProfileRule(Stop stop)
    {
        var handling = stop.User.Handling;
        var inForce = ProfileInForce.At(handling, call.At);
        if (inForce.Source > InForceSource.Activated && handling.Activation is { } activation && call.At >= activation.Since)
        {
            Note(TraceCode.ActivationEnded, stop.Number);
        }

        if (inForce.Source > InForceSource.OneOff && !handling.Schedule.OneOff.IsEmpty)
        {
            Note(TraceCode.NoOneOffNow, stop.Number);
        }

        if (inForce.Source > InForceSource.Holiday && handling.Schedule.Holidays is not null)
        {
            Note(TraceCode.NoHolidayNow, stop.Number);
        }

        if (inForce.Source > InForceSource.Weekly && !handling.Schedule.Weekly.IsEmpty)
        {
            Note(TraceCode.NoWeeklyNow, stop.Number);
        }

        var profile = handling.FindOrDefault(inForce.Profile);
        Note(CodeOf(inForce.Source), stop.Number, detail: profile.Name);
        return profile;
    }

    private static TraceCode CodeOf(InForceSource source) => source switch
    {
        InForceSource.Forced => TraceCode.ProfileForced,
        InForceSource.Activated => TraceCode.ProfileActivated,
        InForceSource.OneOff => TraceCode.ProfileOneOff,
        InForceSource.Holiday => TraceCode.ProfileHoliday,
        InForceSource.Weekly => TraceCode.ProfileWeekly,
        _ => TraceCode.ProfileDefault,
    };

    private Hop DivertTo(Destination destination, Stop stop, TraceCode because, NumberRule? quiescent = null)
    {
        if (quiescent is not null)
        {
            NoteQuiescent(stop, quiescent);
        }

        if (destination is NumberDestination { Number: var number })
        {
            Note(because, stop.Number, number);
            var since = stop.User.Handling.DestinationSince(number);
            return Divert(new(stop.Number, stop.Organisation, Forwarder.Of(stop.Organisation.Id, stop.User.Id), since), number);
        }

        return DivertToColleague(((ColleagueDestination)destination).User, stop, because);
    }

    /// <summary>A colleague's main number stands for the colleague: in the trail, in the limit of diversions, and against loops.</summary>
    private Hop DivertToColleague(UserId id, Stop stop, TraceCode because)
    {
        if (!data.TryFind(id, out var colleague))
        {
            return Hop.Needs([new MissingUser(stop.Organisation.Id, id)]);
        }

        if (colleague is null || colleague.Organisation != stop.Organisation.Id)
        {
            return Fail(RefuseReason.UserMissing, TraceCode.ColleagueMissing, stop.Number);
        }

        if (colleague.MainNumber is not { } number)
        {
            Note(TraceCode.ColleagueWithoutNumber, stop.Number, detail: colleague.Name);
            return Hop.Fails(RefuseReason.NoDevice);
        }

        Note(because, stop.Number, number);
        Note(TraceCode.ToColleague, stop.Number, number, colleague.Name);
        return DiversionFailure(stop.Number, number) ?? GoOn(stop.Number, number, new AssignedNumber(stop.Organisation.Id, id));
    }

    /// <summary>The first exception that fits the caller. False: the caller's number must be read to tell.</summary>
    private bool TryFindException(User user, out CallerException? exception, out MissingData? missing)
    {
        (exception, missing) = (null, null);
        foreach (var each in user.Handling.Exceptions.AsSpan())
        {
            if (each.Group is CallerGroup.Internal or CallerGroup.External && call.Caller is { } caller && !data.TryFind(caller, out _))
            {
                missing = new MissingNumber(caller);
                return false;
            }

            if (Fits(each, user.Organisation))
            {
                exception = each;
                return true;
            }
        }

        return true;
    }

    private bool Fits(CallerException exception, OrganisationId organisation) => exception.Group switch
    {
        CallerGroup.Number => call.Caller is { } caller && caller.Equals(exception.Number),
        CallerGroup.Withheld => call.Caller is null,
        CallerGroup.Internal => IsOf(organisation),
        _ => !IsOf(organisation),
    };

    private bool IsOf(OrganisationId organisation) =>
        call.Caller is { } caller && data.TryFind(caller, out var entry) && OwnerOf(entry) == organisation;
}
