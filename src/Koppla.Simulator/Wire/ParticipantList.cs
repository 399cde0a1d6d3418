namespace Koppla.Simulator.Wire;

internal sealed record ParticipantList(IReadOnlyList<Participant> Value);
