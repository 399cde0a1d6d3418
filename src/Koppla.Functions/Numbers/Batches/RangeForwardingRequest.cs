namespace Koppla.Functions.Numbers.Batches;

/// <summary>Where the calls to a range of reserved numbers are to go.</summary>
/// <param name="From">The first number, in any usual spelling.</param>
/// <param name="To">The last one.</param>
/// <param name="Destination">Null or left out: nowhere.</param>
/// <param name="Enabled">False keeps the destination without using it.</param>
internal sealed record RangeForwardingRequest(string? From = null, string? To = null, string? Destination = null, bool Enabled = true);
