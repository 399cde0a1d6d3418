namespace Koppla.Simulator.Wire;

/// <summary>The bare user model of <c>source</c> in a request and of <c>answeredBy</c>.</summary>
internal sealed record CommunicationUser(string? Id);
