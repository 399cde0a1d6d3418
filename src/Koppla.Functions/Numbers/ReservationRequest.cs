namespace Koppla.Functions.Numbers;

/// <summary>A number that the organisation has got.</summary>
/// <param name="Number">In any usual spelling.</param>
internal sealed record ReservationRequest(string? Number = null);
