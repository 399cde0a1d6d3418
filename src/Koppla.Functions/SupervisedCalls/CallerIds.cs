using Koppla.Functions.Telephony;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>Whose number a leg shows: the organisation's choice, and what is shown when the provider refuses that.</summary>
internal readonly record struct CallerIds(PhoneNumber First, PhoneNumber? Other)
{
    /// <summary>An app shows what it likes.</summary>
    public Leg LegTo(CallTarget target) => target is CallTarget.Telephone ? new Leg(target, First, Other) : new Leg(target, null, null);

    public static CallerIds For(CallFacts facts, Decided decided) =>
        For(facts, decided.Organisation, decided.Diversions is { Count: > 0, Numbers: [.., var last] } ? last : facts.Own);

    public static CallerIds For(CallFacts facts, Organisation? by, PhoneNumber forwarder)
    {
        var organisation = by?.MainNumber ?? facts.Own;
        var first = by?.CallerId switch
        {
            CallerIdChoice.Organisation => organisation,
            CallerIdChoice.Forwarder => forwarder,
            _ => facts.Caller ?? forwarder,
        };
        var other = !first.Equals(organisation) ? organisation : facts.PlacedBy is null ? null : facts.Own;
        return new CallerIds(first, first.Equals(other) ? null : other);
    }
}
