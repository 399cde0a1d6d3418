namespace Koppla.Routing.Decisions;

/// <summary>Why a line did not take a call.</summary>
public enum LineState
{
    Busy,
    NoAnswer,

    /// <summary>Switched off, out of reach, or not registered.</summary>
    NoConnection,

    /// <summary>A person turned the call down.</summary>
    Declined,
}
