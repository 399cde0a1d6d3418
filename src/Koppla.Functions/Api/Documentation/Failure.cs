namespace Koppla.Functions.Api.Documentation;

/// <summary>Metadata of an endpoint: it may answer with these problems.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Names">The ends of the problems' types.</param>
internal sealed record Failure(int Status, params string[] Names);
