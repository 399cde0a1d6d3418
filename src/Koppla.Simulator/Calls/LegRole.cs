namespace Koppla.Simulator.Calls;

public enum LegRole
{
    Caller,
    RedirectTarget,

    /// <summary>Added to the call, or called by CreateCall.</summary>
    Participant,
    TransferTarget,
}
