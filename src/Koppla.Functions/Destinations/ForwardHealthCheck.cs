using Koppla.Functions.Api;
using Koppla.Functions.Storage;
using Koppla.Functions.Users;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Functions.Destinations;

/// <summary>One round over an organisation's forwards. Loops are found by the decision that serves calls.</summary>
internal sealed class ForwardHealthCheck(Organisation organisation, OwnNumbers own, DeadEnds deadEnds, Func<Rehearsal> rehearse, Instant now)
{
    public Bounded<ForwardFindingBody> Findings { get; } = new();

    /// <summary>How many are in rules that act, or will by themselves.</summary>
    public int Acting { get; private set; }

    public void AddUnreadable(string number) =>
        Add(ForwardFindingBody.OfNumber(FindingKind.Invalid, number, "The number, or where it is forwarded, can't be read."));

    public void AddUnreadable(Guid user) =>
        Add(ForwardFindingBody.OfUser(FindingKind.Invalid, user, null, null, true, "The rules of the user can't be read: calls go to the fallback."));

    public async Task CheckAsync(PhoneNumber number, Forwarding forwarding, CancellationToken cancellationToken)
    {
        var rule = SavedRule.Of(number, forwarding);
        CheckDestination(rule, forwarding.Enabled);
        if (await FaultAsync(number, cancellationToken) is { } fault)
        {
            var kind = CircleRules.IsLoop(fault) ? FindingKind.Loop : FindingKind.ChainTooLong;
            Add(ForwardFindingBody.Of(kind, rule, forwarding.Enabled, CircleRules.Witness(fault)));
        }
    }

    public async Task CheckAsync(User user, CancellationToken cancellationToken)
    {
        foreach (var (profile, field, text) in ExpiredRules.Of(user.Handling, now))
        {
            Add(ForwardFindingBody.OfUser(FindingKind.Expired, user.Id.Value, profile.Value, field, inForce: false, text));
        }

        foreach (var rule in SavedRule.Of(user))
        {
            CheckDestination(rule, rule.Profile is null || ExpiredRules.IsInUse(rule.Profile.Id, user.Handling, now));
        }

        var circles = new CircleRules(user, rehearse(), now);
        foreach (var profile in user.Handling.Profiles.Where(profile => SavedRule.Of(user, profile).Any()))
        {
            if (await CircleAsync(circles, profile, cancellationToken) is { } circle)
            {
                var kind = circle.Name == UserProblems.LoopName ? FindingKind.Loop : FindingKind.ChainTooLong;
                var inForce = ExpiredRules.IsInUse(profile.Id, user.Handling, now);
                Add(ForwardFindingBody.OfUser(kind, user.Id.Value, profile.Id.Value, circle.Field, inForce, circle.Text));
            }
        }
    }

    private void CheckDestination(SavedRule rule, bool inForce)
    {
        if (rule.Destination is NumberDestination { Number: var number })
        {
            var isOwn = own.Contains(number);
            if (SavedRuleChecks.Forbids(organisation, number, isOwn) is { } refusal)
            {
                Add(ForwardFindingBody.Of(FindingKind.Forbidden, rule, inForce, refusal.Text));
            }
            else if (!isOwn && organisation.ExternalForwards.ActsFrom(rule.Since) is { } acts && now < acts)
            {
                Add(ForwardFindingBody.Of(FindingKind.CoolingDown, rule, inForce, $"It acts from {InstantTexts.Utc(acts)} on."));
            }
        }

        if (deadEnds.WhyNobody(rule.Destination) is { } why)
        {
            Add(ForwardFindingBody.Of(FindingKind.DeadEnd, rule, inForce, why));
        }
    }

    private async Task<Decided?> FaultAsync(PhoneNumber number, CancellationToken cancellationToken)
    {
        try
        {
            return await rehearse().FindFaultAsync(number, LineStates.Empty, cancellationToken);
        }
        catch (CorruptEntityException)
        {
            return null; // What can't be read is told where it is.
        }
    }

    private static async Task<Problem?> CircleAsync(CircleRules circles, Profile profile, CancellationToken cancellationToken)
    {
        try
        {
            return (await circles.CheckAsync(new CheckedProfile(profile), cancellationToken)).Problem;
        }
        catch (CorruptEntityException)
        {
            return null; // What can't be read is told where it is.
        }
    }

    private void Add(ForwardFindingBody finding)
    {
        Findings.Add(finding);
        Acting += finding.InForce ? 1 : 0;
    }
}
