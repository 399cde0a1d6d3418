using System.Text.Json;

namespace Koppla.Cli.Api;

/// <summary>A page of a list.</summary>
/// <param name="Continuation">Asks for the next page; null on the last.</param>
internal sealed record Page(IReadOnlyList<JsonElement> Items, string? Continuation = null);
