namespace Koppla.Functions.Activating;

/// <summary>What somebody asks for.</summary>
/// <param name="Minutes">30 to 720, in steps of 30.</param>
internal sealed record ExtensionRequest(int? Minutes = null);
