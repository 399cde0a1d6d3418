using System.Globalization;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using NodaTime;

namespace Koppla.Routing.Decisions;

/// <content>Calls that a rule sends out of its organisation: whether the organisation's policy lets them go.</content>
internal ref partial struct Journey
{
    /// <summary>A rule that sends the call to the called number is guarded like one on the way. Null: the call is on its way.</summary>
    private Hop? Depart()
    {
        if (call.SentBy is not { } rule)
        {
            return null;
        }

        if (!data.TryFind(rule.By.Organisation, out var organisation))
        {
            return Hop.Needs([new MissingOrganisation(rule.By.Organisation)]);
        }

        if (organisation is null)
        {
            Note(TraceCode.OrganisationMissing, rule.At);
            return RefuseFor(RefuseReason.OrganisationMissing);
        }

        sender = new Sender(rule.At, organisation, rule.By, Since: null);
        return null;
    }

    /// <summary>Null: the call may arrive. What a person does, and the organisation's fallback, is no rule that sends.</summary>
    private Hop? Sent(PhoneNumber to, NumberEntry? entry)
    {
        if (sender is not { } by)
        {
            return null;
        }

        sender = null;
        return OwnerOf(entry) == by.Organisation.Id ? null : PolicyFailure(by, to) ?? LimitFailure(by, to);
    }

    private Hop? PolicyFailure(in Sender by, PhoneNumber to)
    {
        var policy = by.Organisation.ExternalForwards;
        if (policy.SetBy == ForwardSetters.Nobody)
        {
            return Fail(RefuseReason.DestinationForbidden, TraceCode.ExternalForwardsOff, by.Number, to);
        }

        return call.At < policy.ActsFrom(by.Since)
            ? StopAt(policy.CoolDownMinutes, RefuseReason.DestinationForbidden, TraceCode.ExternalForwardCoolingDown, by.Number, to)
            : null;
    }

    /// <summary>A rule that has sent this call outside already is counted, and may do so again.</summary>
    private Hop? LimitFailure(in Sender by, PhoneNumber to)
    {
        var policy = by.Organisation.ExternalForwards;
        if (!call.ForwardedBy.Contains(by.Forwarder))
        {
            var counts = data.CountsOf(by.Organisation.Id);
            if (counts.By(by.Forwarder) >= policy.PerUserPerHour)
            {
                return StopAt(policy.PerUserPerHour, RefuseReason.ForwardLimit, TraceCode.UserForwardLimit, by.Number, to);
            }

            if (counts.All + SentBy(by.Organisation.Id) >= policy.PerOrganisationPerHour)
            {
                return StopAt(policy.PerOrganisationPerHour, RefuseReason.ForwardLimit, TraceCode.OrganisationForwardLimit, by.Number, to);
            }
        }

        forwards = forwards.Add(new(by.Forwarder, policy));
        return null;
    }

    /// <summary>How often this decision alone has sent the call out of an organisation.</summary>
    private readonly int SentBy(OrganisationId organisation)
    {
        var sent = 0;
        foreach (var forward in forwards.AsSpan())
        {
            sent += forward.By.Organisation == organisation ? 1 : 0;
        }

        return sent;
    }

    private Hop StopAt(int limit, RefuseReason reason, TraceCode because, PhoneNumber at, PhoneNumber to)
    {
        Note(because, at, to, limit.ToString(CultureInfo.InvariantCulture));
        return Hop.Fails(reason);
    }

    private static OrganisationId? OwnerOf(NumberEntry? entry) => entry switch
    {
        ReservedNumber reserved => reserved.Organisation,
        AssignedNumber assigned => assigned.Organisation,
        _ => null,
    };

    /// <summary>Whose rule sends a call on.</summary>
    /// <param name="Number">The number whose rule it is.</param>
    /// <param name="Since">Since when the destination stands; null: longer than any cool-down.</param>
    private readonly record struct Sender(PhoneNumber Number, Organisation Organisation, Forwarder Forwarder, Instant? Since);
}
