namespace Koppla.Functions.Tests.Api;

/// <param name="Name">Method and route.</param>
/// <param name="NamesOther">The path itself names something of another organisation.</param>
internal sealed record ForeignRequest(string Name, HttpMethod Method, string Path, string? Body, bool NamesOther);
