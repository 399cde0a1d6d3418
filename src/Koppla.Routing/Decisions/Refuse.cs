namespace Koppla.Routing.Decisions;

/// <param name="Reason">Why the call could not be sent where it should have gone; the organisation's fallback, if any, was tried.</param>
public sealed record Refuse(RefuseReason Reason) : Decision;
