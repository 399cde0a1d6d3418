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

    /// <summary>The user has exceptions for some callers, and none fits this one.</summary>
    NoExceptionFits,
    CallerBlocked,
    CallerVip,

    /// <summary>An activation by hand has ended.</summary>
    ActivationEnded,

    /// <summary>The user has one-off periods, and none is now.</summary>
    NoOneOffNow,

    /// <summary>The user has a profile for holidays, and today is none.</summary>
    NoHolidayNow,

    /// <summary>The user has weekly periods, and none is now.</summary>
    NoWeeklyNow,
    ProfileForced,
    ProfileActivated,
    ProfileOneOff,
    ProfileHoliday,
    ProfileWeekly,
    ProfileDefault,
    UserForwards,

    /// <summary>The rule forwards and says not where: the devices ring.</summary>
    ForwardingWithoutDestination,
    UserDoesNotForward,

    /// <summary>The rule keeps a destination that it does not use.</summary>
    UserForwardingOff,

    /// <summary>Conditional rules that an immediate forward, a referral or a rejection keeps from acting.</summary>
    ConditionsQuiescent,
    UserRefers,
    UserRejects,
    NoDevice,
    AppRings,
    TelephoneRings,
    LineBusy,
    LineDeclined,
    LineNoAnswer,
    LineNoConnection,
    ConditionForwards,
    ConditionRefers,
    ConditionOff,
    ConditionMissing,
    OpenReferral,
    ReferralHeard,
    AfterReferralForwards,
    AfterReferralOff,
    AfterReferralEnds,
    ToColleague,
    ColleagueMissing,
    ColleagueWithoutNumber,
    DiversionLoop,
    TooManyDiversions,
    DestinationForbidden,

    /// <summary>The organisation lets no rule send calls outside.</summary>
    ExternalForwardsOff,

    /// <summary>A destination outside is too new to act.</summary>
    ExternalForwardCoolingDown,

    /// <summary>The user, or the reserved number, has sent the most calls outside that are allowed in an hour.</summary>
    UserForwardLimit,

    /// <summary>The organisation has.</summary>
    OrganisationForwardLimit,
    DestinationExternal,
    FallbackMissing,
    FallbackAlreadyTried,
    Fallback,
    Refused,
}
