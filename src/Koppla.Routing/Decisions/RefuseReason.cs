namespace Koppla.Routing.Decisions;

public enum RefuseReason
{
    /// <summary>The called number is not ours.</summary>
    UnknownNumber,
    OrganisationSuspended,

    /// <summary>A number points to an organisation that does not exist: the directory is inconsistent.</summary>
    OrganisationMissing,

    /// <summary>A number points to a user that does not exist in its organisation: the directory is inconsistent.</summary>
    UserMissing,

    /// <summary>A reserved mobile number needs an active SIM card.</summary>
    ReservedMobile,

    /// <summary>A reserved number without forwarding, or with it switched off.</summary>
    NotForwarded,

    /// <summary>The call would come to a number for the second time.</summary>
    DiversionLoop,

    /// <summary>More than <see cref="RoutingEngine.MaxDiversions"/> diversions.</summary>
    TooManyDiversions,

    /// <summary>A destination is against the policy of the organisation that forwards.</summary>
    DestinationForbidden,

    /// <summary>The user has nothing that can ring.</summary>
    NoDevice,
}
