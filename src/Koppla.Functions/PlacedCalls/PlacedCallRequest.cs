using Koppla.Functions.Profiles;

namespace Koppla.Functions.PlacedCalls;

/// <summary>A wish to call somebody.</summary>
/// <param name="To">A number in any usual spelling, or a colleague.</param>
/// <param name="Device">The own device that rings first: an app's identity, or a telephone's number; absent: the first app.</param>
internal sealed record PlacedCallRequest(DestinationBody? To = null, string? Device = null);
