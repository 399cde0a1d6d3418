namespace Koppla.Routing.Profiles;

public enum ConditionAction
{
    Forward,

    /// <summary>The referral is played; what follows it is the rule's own.</summary>
    Referral,
}
