using Koppla.Routing.Profiles;

namespace Koppla.Functions.Profiles;

/// <summary>Where a call goes after the referral.</summary>
/// <param name="Enabled">False keeps the destination without using it.</param>
internal sealed record FollowUpBody(DestinationBody To = null!, bool Enabled = true)
{
    public static FollowUpBody? Of(FollowUp? rule) => rule is null ? null : new(DestinationBody.Of(rule.To)!, rule.Enabled);
}
