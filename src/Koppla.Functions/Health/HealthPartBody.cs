namespace Koppla.Functions.Health;

/// <summary>One thing that the app needs.</summary>
internal sealed record HealthPartBody(string Name, string Status);
