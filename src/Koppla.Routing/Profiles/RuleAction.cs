namespace Koppla.Routing.Profiles;

/// <summary>What a rule does first with a call.</summary>
public enum RuleAction
{
    /// <summary>The user's devices ring.</summary>
    Ring,

    /// <summary>Forwarded at once; the conditional rules are quiescent.</summary>
    Forward,

    /// <summary>The referral is played; then the call is forwarded, or ended.</summary>
    Referral,

    /// <summary>The devices ring; when nobody takes the call and no condition says otherwise, the referral is played ("öppen hänvisning").</summary>
    RingThenReferral,

    /// <summary>Turned away.</summary>
    Reject,
}
