namespace Koppla.Routing.Profiles;

/// <summary>What happens when the devices have rung in vain. A disabled rule keeps its destination.</summary>
/// <param name="Action">Forward, or play the referral.</param>
/// <param name="To">Needed by <see cref="ConditionAction.Forward"/>, kept otherwise.</param>
public sealed record ConditionalRule(ConditionAction Action, Destination? To, bool Enabled);
