using Koppla.Routing.Profiles;

namespace Koppla.Functions.PlacedCalls;

/// <summary>What is asked for, read.</summary>
internal sealed record PlacedCallWish(Destination To, string? Device);
