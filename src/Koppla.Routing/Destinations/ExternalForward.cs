namespace Koppla.Routing.Destinations;

/// <summary>A call that leaves an organisation by a rule: it counts.</summary>
/// <param name="By">Whose rule it is.</param>
/// <param name="Policy">What that organisation allows.</param>
public sealed record ExternalForward(Forwarder By, ExternalForwardPolicy Policy);
