namespace Koppla.Simulator.Wire;

/// <summary>One entry of a roster. isMuted is always written: the .NET client reads it without a default.</summary>
internal sealed record Participant(Party Identifier, bool IsMuted, bool IsOnHold);
