using Azure;

namespace Koppla.Functions.Storage;

/// <summary>A value as read from storage, with the version that a later change can be made conditional on.</summary>
internal sealed record Stored<T>(T Value, ETag ETag);
