namespace Koppla.Functions.ChangeEvents;

/// <summary>A <see cref="RetiredSecret"/> as stored.</summary>
/// <param name="Until">ISO 8601, UTC.</param>
internal sealed record RetiredSecretDocument(string Secret, string Until);
