namespace Koppla.Routing.Decisions;

/// <summary>A rule that was considered, and what came of it. Names are stable: traces are stored.</summary>
public enum TraceCode
{
    /// <summary>The call came with a diversion from this number.</summary>
    DivertedEarlier,
    NumberUnknown,
    OrganisationMissing,
    OrganisationSuspended,
    OrganisationActive,
    CameBack,
    ReservedMobile,
    ReservedNotForwarded,
    ReservedForwardingOff,
    ReservedForwarded,
    UserMissing,
    UserDoesNotForward,
    UserForwardingOff,
    UserForwards,
    NoDevice,
    AppRings,
    TelephoneRings,
    DiversionLoop,
    TooManyDiversions,
    DestinationForbidden,
    DestinationExternal,
    FallbackMissing,
    FallbackAlreadyTried,
    Fallback,
    Refused,
}
