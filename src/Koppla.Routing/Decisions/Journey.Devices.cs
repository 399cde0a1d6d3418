using System.Runtime.InteropServices;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;

namespace Koppla.Routing.Decisions;

/// <content>What rings at a user.</content>
internal ref partial struct Journey
{
    private Hop DeviceRule(Stop stop, NumberRule rule)
    {
        Hop? failure = null;
        var telephones = false;
        var ringing = new Device[stop.User.Handling.Devices.Length];
        var count = 0;
        foreach (var device in stop.User.Handling.Devices.AsSpan())
        {
            if (device is TelephoneDevice telephone)
            {
                if (TelephoneFailure(stop, telephone.Number) is { } failed)
                {
                    failure = failed;
                    continue;
                }

                Note(TraceCode.TelephoneRings, stop.Number, telephone.Number);
                telephones = true;
            }
            else
            {
                Note(TraceCode.AppRings, stop.Number);
            }

            ringing[count++] = device;
        }

        if (count == 0)
        {
            return failure ?? Fail(RefuseReason.NoDevice, TraceCode.NoDevice, stop.Number);
        }

        if (telephones)
        {
            diverted.Add(stop.Number);
        }

        var followedUp = rule.HasConditions || count > 1 || !call.Lines.IsEmpty || FallbackAwaits;
        var devices = ImmutableCollectionsMarshal.AsImmutableArray(count == ringing.Length ? ringing : ringing[..count]);
        return Hop.Ends(new Ring(devices, stop.User.Id, stop.Number, rule.NoAnswerSeconds, followedUp));
    }

    /// <summary>
    /// A user's own telephone is no diversion and may ring after the last one. But the call leaves us for another number, and could come back:
    /// so the leg carries this number in its trail, and one that comes back with more than it could have been diverted rings nothing.
    /// </summary>
    private Hop? TelephoneFailure(Stop stop, PhoneNumber telephone)
    {
        if (HasBeenAt(telephone))
        {
            return Fail(RefuseReason.DiversionLoop, TraceCode.DiversionLoop, stop.Number, telephone);
        }

        if (Diversions > RoutingEngine.MaxDiversions)
        {
            return Fail(RefuseReason.TooManyDiversions, TraceCode.TooManyDiversions, stop.Number, telephone);
        }

        return IsForbidden(stop.Number, stop.Organisation, telephone) ? Hop.Fails(RefuseReason.DestinationForbidden) : null;
    }
}
