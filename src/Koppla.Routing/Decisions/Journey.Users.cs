using System.Collections.Immutable;
using Koppla.Routing.Callers;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;

namespace Koppla.Routing.Decisions;

/// <content>The rules of a user: exceptions for some callers, then the profile in force.</content>
internal ref partial struct Journey
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

        return UserRule(new(number, organisation!, user));
    }

    private Hop UserRule(Stop stop)
    {
        if (!TryFindException(stop.User, out var exception, out var missing))
        {
            return Hop.Needs([missing!]);
        }

        switch (exception?.Treatment)
        {
            case CallerTreatment.Blocked:
                Note(TraceCode.CallerBlocked, stop.Number);
                return RefuseFor(RefuseReason.CallerBlocked);
            case CallerTreatment.Vip:
                Note(TraceCode.CallerVip, stop.Number);
                break;
            case null when !stop.User.Handling.Exceptions.IsEmpty:
                Note(TraceCode.NoExceptionFits, stop.Number);
                break;
        }

        var profile = ProfileRule(stop);
        return NumberRule(stop, profile, profile.RuleFor(stop.Number), isVip: exception is not null);
    }

    private Hop NumberRule(Stop stop, Profile profile, NumberRule rule, bool isVip)
    {
        if (call.Lines.IsReferred(stop.Number))
        {
            if (call.Lines.StateOf(stop.Number) is { } tried)
            {
                NoteState(tried, stop.Number);
            }

            return AfterReferral(stop, rule);
        }

        switch (rule.Action)
        {
            case RuleAction.Forward when !isVip && rule.ForwardTo is { } destination:
                return DivertTo(destination, stop, TraceCode.UserForwards, rule);
            case RuleAction.Forward when !isVip:
                Note(TraceCode.ForwardingWithoutDestination, stop.Number);
                break;
            case RuleAction.Referral when !isVip:
                NoteQuiescent(stop, rule);
                return ReferTo(stop, profile, TraceCode.UserRefers);
            case RuleAction.Reject when !isVip:
                NoteQuiescent(stop, rule);
                return RefuseAt(stop.Number, RefuseReason.ProfileRejects, TraceCode.UserRejects);
            case var _ when !isVip && rule.ForwardTo is NumberDestination { Number: var kept }:
                Note(TraceCode.UserForwardingOff, stop.Number, kept);
                break;
            case var _ when !isVip:
                Note(TraceCode.UserDoesNotForward, stop.Number);
                break;
        }

        return call.Lines.StateOf(stop.Number) is { } state
            ? ConditionRule(stop, profile, rule, state)
            : DeviceRule(stop, rule);
    }

    private Hop ConditionRule(Stop stop, Profile profile, NumberRule rule, LineState state)
    {
        NoteState(state, stop.Number);
        switch (rule.For(state, stop.Organisation.DeclinedCountsAs))
        {
            case { Enabled: true, Action: ConditionAction.Forward, To: { } destination }:
                return DivertTo(destination, stop, TraceCode.ConditionForwards);
            case { Enabled: true, Action: ConditionAction.Referral }:
                return ReferTo(stop, profile, TraceCode.ConditionRefers);
            case { Enabled: false } off:
                Note(TraceCode.ConditionOff, stop.Number, (off.To as NumberDestination)?.Number);
                break;
            default:
                Note(TraceCode.ConditionMissing, stop.Number);
                break;
        }

        return rule.Action == RuleAction.RingThenReferral
            ? ReferTo(stop, profile, TraceCode.OpenReferral)
            : Hop.Fails(ReasonFor(state));
    }

    private Hop ReferTo(Stop stop, Profile profile, TraceCode because)
    {
        Note(because, stop.Number, detail: profile.Name);
        return Hop.Ends(new Refer(stop.User, profile, stop.Number));
    }

    private Hop AfterReferral(Stop stop, NumberRule rule)
    {
        Note(TraceCode.ReferralHeard, stop.Number);
        switch (rule.AfterReferral)
        {
            case { Enabled: true, To: var destination }:
                return DivertTo(destination, stop, TraceCode.AfterReferralForwards);
            case { To: var off }:
                Note(TraceCode.AfterReferralOff, stop.Number, (off as NumberDestination)?.Number);
                break;
            default:
                Note(TraceCode.AfterReferralEnds, stop.Number);
                break;
        }

        return Hop.Ends(new HangUp(stop.Number));
    }

    private void NoteQuiescent(Stop stop, NumberRule rule)
    {
        if (rule.HasConditions)
        {
            Note(TraceCode.ConditionsQuiescent, stop.Number);
        }
    }

    private void NoteState(LineState state, PhoneNumber line) => Note(
        state switch
        {
            LineState.Busy => TraceCode.LineBusy,
            LineState.NoAnswer => TraceCode.LineNoAnswer,
            LineState.NoConnection => TraceCode.LineNoConnection,
            _ => TraceCode.LineDeclined,
        },
        line);

    private static RefuseReason ReasonFor(LineState state) => state switch
    {
        LineState.NoAnswer => RefuseReason.NoAnswer,
        LineState.NoConnection => RefuseReason.NoConnection,
        _ => RefuseReason.Busy,
    };

    private static ImmutableArray<MissingData> MissingAround(AssignedNumber assigned, bool organisationRead, bool userRead) =>
        (organisationRead, userRead) switch
        {
            (false, false) => [new MissingOrganisation(assigned.Organisation), new MissingUser(assigned.Organisation, assigned.User)],
            (false, true) => [new MissingOrganisation(assigned.Organisation)],
            _ => [new MissingUser(assigned.Organisation, assigned.User)],
        };

    /// <summary>Where the call is: a number of a user of an organisation.</summary>
    private readonly record struct Stop(PhoneNumber Number, Organisation Organisation, User User);
}
