namespace Koppla.Functions.Calls;

/// <summary>How a call ended for us. Stored by name.</summary>
internal enum CallOutcome
{
    /// <summary>Sent on to a telephone or an app.</summary>
    Redirected,

    /// <summary>Turned away.</summary>
    Rejected,

    /// <summary>Over, or in other hands, before we could act.</summary>
    CallerGone,

    /// <summary>The event came too late to act on; an earlier delivery of it may have been acted on.</summary>
    Stale,

    /// <summary>Answered by us, and then by somebody who was rung.</summary>
    Answered,

    /// <summary>The caller heard a referral, and nothing was to follow.</summary>
    Referred,

    /// <summary>The caller heard a referral and was given away to somebody who answered.</summary>
    Transferred,

    /// <summary>Nobody could be reached, and the caller was told so.</summary>
    Unanswered,

    /// <summary>The caller hung up before anybody had answered.</summary>
    Abandoned,

    /// <summary>The own device of who placed the call did not take it: nobody was called.</summary>
    NotPlaced,

    /// <summary>The provider told nothing more of it.</summary>
    Lost,

    /// <summary>The provider refused all that was tried.</summary>
    ProviderRefused,
}
