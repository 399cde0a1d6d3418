namespace Koppla.Simulator.Tests.Conformance;

/// <summary>What the driver is told when it starts.</summary>
internal sealed record DriverSettings(string Packages, Uri Endpoint, string AccessKey, Guid ResourceId, Uri Control);
