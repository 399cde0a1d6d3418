namespace Koppla.Simulator.Calls;

/// <summary>Where a call stands.</summary>
public enum CallPhase
{
    /// <summary>The application has been told and has not decided, or a created call rings.</summary>
    Ringing,

    /// <summary>Redirected; the target rings.</summary>
    Redirected,

    /// <summary>The application is in the call.</summary>
    Connected,

    /// <summary>Parties talk without the application.</summary>
    WithoutApplication,

    Ended,
}
