using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Routing.Decisions;

/// <content>What every number has in common: whose it is, and whether that organisation takes calls.</content>
internal ref partial struct Journey
{
    private Hop ArriveAt(PhoneNumber number, NumberEntry? known)
    {
        var entry = known;
        if (entry is null && !data.TryFind(number, out entry))
        {
            return Hop.Needs([new MissingNumber(number)]);
        }

        if (Sent(number, entry) is { } stopped)
        {
            return IsCalled(number) ? RefuseFor(stopped.Failure.GetValueOrDefault()) : stopped;
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
            return call.PlacedBy is { } by
                ? CallOutside(number, by)
                : RefuseAt(number, RefuseReason.UnknownNumber, TraceCode.NumberUnknown);
        }

        if (call.Lines.StateOf(number) is { } state)
        {
            NoteState(state, number);
            return Hop.Fails(ReasonFor(state));
        }

        Note(TraceCode.DestinationExternal, number);
        return Hop.Ends(new Forward(number, FollowedUp: call.Lines.AnyFailed || (!call.Lines.IsEmpty && FallbackAwaits)));
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

    private Hop RefuseAt(PhoneNumber number, RefuseReason reason, TraceCode because)
    {
        Note(because, number);
        return IsCalled(number) ? RefuseFor(reason) : Hop.Fails(reason);
    }
}
