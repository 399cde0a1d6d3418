using Koppla.Routing.Profiles;

namespace Koppla.Functions.Profiles;

/// <summary>What happens when the devices have rung in vain.</summary>
/// <param name="Action"><c>forward</c> or <c>referral</c>.</param>
/// <param name="To">Needed by <c>forward</c>, kept otherwise.</param>
/// <param name="Enabled">False keeps the destination without using it.</param>
internal sealed record ConditionBody(string Action = null!, DestinationBody? To = null, bool Enabled = true)
{
    public static ConditionBody? Of(ConditionalRule? rule) =>
        rule is null ? null : new(Names.Kebab(rule.Action), DestinationBody.Of(rule.To), rule.Enabled);
}
