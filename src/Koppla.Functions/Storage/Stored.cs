using Azure;

namespace Koppla.Functions.Storage;

/// <summary>A value as read from storage, with the version that a later change can be made conditional on.</summary>
/// <param name="Change">The id of the change that made it what it is; null: it was written without one.</param>
internal sealed record Stored<T>(T Value, ETag ETag, string? Change = null);
