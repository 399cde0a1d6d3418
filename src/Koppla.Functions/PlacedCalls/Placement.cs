using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using NodaTime;

namespace Koppla.Functions.PlacedCalls;

/// <summary>A call that may be placed: everything is checked.</summary>
/// <param name="Shown">Whose number the called party sees: the user's main number, else the organisation's.</param>
internal sealed record Placement(Organisation Organisation, UserId User, Device Device, PhoneNumber Shown, Goal Goal)
{
    /// <summary>The call as it is claimed: the own device rings first.</summary>
    public SupervisedCall ToCall(string id, string secret, Instant now)
    {
        var device = CallTarget.Of(Device);
        var facts = new CallFacts(id, secret, Organisation.Id, CorrelationId: id, now, Goal.Number, Shown, Trail.Empty)
        {
            CallerTarget = device,
            PlacedBy = User,
        };
        var ring = new Work.Ring(Shown, CallDeadlines.OwnDeviceSeconds, Trail: null, [LegTo(device)]) { User = User };
        return new SupervisedCall(facts, Phase.Placing, ring)
        {
            FirstUser = User,
            Language = Organisation.Language,
            StepSince = now,
            Deadline = now + CallDeadlines.Answering,
            Reason = "own-device",
        };
    }

    /// <summary>A telephone of the user's shows that the organisation calls.</summary>
    private Leg LegTo(CallTarget device)
    {
        if (device is not CallTarget.Telephone)
        {
            return new Leg(device, null, null);
        }

        var first = Organisation.MainNumber ?? Shown;
        return new Leg(device, first, first.Equals(Shown) ? null : Shown);
    }
}
