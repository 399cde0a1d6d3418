using System.Text.Json.Nodes;

namespace Koppla.Functions.ChangeEvents;

/// <summary>What an event tells of a change.</summary>
/// <param name="By">Who made it; absent: Koppla itself.</param>
/// <param name="Before">The object as it was; absent: it was not there.</param>
/// <param name="After">The object as it is; absent: it is gone.</param>
internal sealed record ChangeEventData(string Action, string Object, string? By, JsonNode? Before, JsonNode? After);
