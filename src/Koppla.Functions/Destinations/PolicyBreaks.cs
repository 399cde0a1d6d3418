using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;

namespace Koppla.Functions.Destinations;

/// <summary>Finds the rules that a policy forbids though they are saved. Calls do not go where they say.</summary>
internal sealed class PolicyBreaks(OrganisationDirectory directory)
{
    /// <param name="organisation">With the policy.</param>
    public async Task<Bounded<BreakBody>> FindAsync(Organisation organisation, CancellationToken cancellationToken)
    {
        var own = new HashSet<PhoneNumber>();
        var forwardings = new List<SavedRule>();
        await foreach (var (_, listed) in directory.NumbersAsync(organisation.Id, cancellationToken))
        {
            if (listed is not null)
            {
                own.Add(listed.Number);
                forwardings.AddRange(listed.Entry is ReservedNumber { Forwarding: { } forwarding } ? [SavedRule.Of(listed.Number, forwarding)] : []);
            }
        }

        var breaks = new Bounded<BreakBody>();
        Note(forwardings);
        await foreach (var (_, user) in directory.UsersAsync(organisation.Id, cancellationToken))
        {
            Note(user is null ? [] : SavedRule.Of(user));
        }

        return breaks;

        void Note(IEnumerable<SavedRule> rules)
        {
            foreach (var rule in rules)
            {
                if (rule.Destination is NumberDestination { Number: var to }
                    && SavedRuleChecks.Forbids(organisation, to, own.Contains(to)) is { } refusal)
                {
                    breaks.Add(new BreakBody(
                        refusal.Name, rule.To, rule.User?.Id.Value, rule.Profile?.Id.Value, rule.Number?.E164, rule.Field));
                }
            }
        }
    }
}
