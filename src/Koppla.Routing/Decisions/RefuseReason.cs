namespace Koppla.Routing.Decisions;

public enum RefuseReason
{
    /// <summary>The called number is not ours.</summary>
    UnknownNumber,
    OrganisationSuspended,

    /// <summary>A number points to an organisation that does not exist: the directory is inconsistent.</summary>
    OrganisationMissing,

    /// <summary>A number or a rule points to a user that does not exist in its organisation.</summary>
    UserMissing,

    /// <summary>A reserved mobile number needs an active SIM card.</summary>
    ReservedMobile,

    /// <summary>A reserved number without forwarding, or with it switched off.</summary>
    NotForwarded,

    /// <summary>The call would come to a number for the second time.</summary>
    DiversionLoop,

    /// <summary>More than <see cref="RoutingEngine.MaxDiversions"/> diversions.</summary>
    TooManyDiversions,

    /// <summary>A destination is against the policy of the organisation that forwards, or not yet allowed by it.</summary>
    DestinationForbidden,

    /// <summary>Too many calls have been sent outside during the last hour.</summary>
    ForwardLimit,

    /// <summary>The user has nothing that can ring.</summary>
    NoDevice,

    /// <summary>The user has blocked the caller.</summary>
    CallerBlocked,

    /// <summary>The profile in force turns calls away.</summary>
    ProfileRejects,

    /// <summary>The line is busy or the call was declined, and nothing is set for that.</summary>
    Busy,

    /// <summary>Nobody answered in time, and nothing is set for that.</summary>
    NoAnswer,

    /// <summary>The line can't be reached, and nothing is set for that.</summary>
    NoConnection,
}
