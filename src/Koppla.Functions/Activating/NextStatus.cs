namespace Koppla.Functions.Activating;

/// <summary>What is in force next.</summary>
/// <param name="At">ISO 8601, UTC.</param>
internal sealed record NextStatus(ProfileName Profile, string At);
