using Koppla.Routing.Numbers;

namespace Koppla.Routing.Decisions;

/// <content>A number outside that one of our users calls. What follows a failure is the caller's own affair: there is no fallback.</content>
internal ref partial struct Journey
{
    private Hop CallOutside(PhoneNumber number, OrganisationId by)
    {
        if (!data.TryFind(by, out calledOrganisation))
        {
            return Hop.Needs([new MissingOrganisation(by)]);
        }

        var caller = call.Caller ?? number;
        switch (calledOrganisation)
        {
            case null:
                Note(TraceCode.OrganisationMissing, caller);
                return RefuseFor(RefuseReason.OrganisationMissing);
            case { Suspended: true }:
                Note(TraceCode.OrganisationSuspended, caller);
                return RefuseFor(RefuseReason.OrganisationSuspended);
        }

        Note(TraceCode.OrganisationActive, caller);
        if (IsForbidden(caller, calledOrganisation, number))
        {
            return RefuseFor(RefuseReason.DestinationForbidden);
        }

        if (call.Lines.StateOf(number) is { } state)
        {
            NoteState(state, number);
            return RefuseFor(ReasonFor(state));
        }

        Note(TraceCode.DestinationExternal, number);
        return Hop.Ends(new Forward(number, FollowedUp: true));
    }
}
