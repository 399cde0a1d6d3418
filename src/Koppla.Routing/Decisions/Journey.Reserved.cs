using System.Collections.Immutable;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Routing.Decisions;

/// <content>The rule of a reserved number.</content>
internal ref partial struct Journey
{
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
        return Divert(new(number, organisation!, Forwarder.Of(reserved.Organisation, number), forwarding.Since), forwarding.Destination);
    }

    /// <summary>A reserved number's destination is known before its organisation: both are read in one round.</summary>
    private ImmutableArray<MissingData> MissingAround(ReservedNumber reserved)
    {
        var organisation = new MissingOrganisation(reserved.Organisation);
        return reserved.Forwarding is { Enabled: true } forwarding && !data.TryFind(forwarding.Destination, out _)
            ? [organisation, new MissingNumber(forwarding.Destination)]
            : [organisation];
    }
}
