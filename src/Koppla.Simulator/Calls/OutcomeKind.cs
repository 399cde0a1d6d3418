namespace Koppla.Simulator.Calls;

public enum OutcomeKind
{
    /// <summary>A telephone answered; <see cref="CallOutcome.Number"/> says which, the latest if several did.</summary>
    Answered,

    /// <summary>The application rejected the call.</summary>
    Rejected,

    /// <summary>Whoever was called did not answer.</summary>
    NobodyAnswered,

    /// <summary>The application did nothing in time.</summary>
    RingWindowExpired,
    CallerHungUp,

    /// <summary>The application answered and hung up without calling anybody.</summary>
    HungUpByApplication,

    /// <summary>The call came back to the application more than 20 times.</summary>
    RedirectLoop,

    /// <summary>No Event Grid subscription wanted the call.</summary>
    NoSubscriber,

    /// <summary>A failed transfer took the call with it.</summary>
    Lost,
}
