namespace Koppla.Functions.Calls;

/// <summary>How an incoming call ended for us. Stored by name.</summary>
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

    /// <summary>The provider refused all that was tried.</summary>
    ProviderRefused,
}
