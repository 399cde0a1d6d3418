namespace Koppla.Routing.Directory;

/// <param name="AtOnce">Immediate forwarding; null or disabled: the device rings.</param>
public sealed record NumberRule(Forwarding? AtOnce);
