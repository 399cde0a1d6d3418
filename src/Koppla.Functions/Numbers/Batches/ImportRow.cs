namespace Koppla.Functions.Numbers.Batches;

/// <summary>A number that the organisation has got, or a range of them.</summary>
/// <param name="Number">In any usual spelling.</param>
/// <param name="To">The last of a range that begins with <paramref name="Number"/>.</param>
/// <param name="User">The id of the user whose they are; left out: they are reserved.</param>
/// <param name="Destination">Where their calls go, when reserved.</param>
/// <param name="Enabled">False keeps the destination without using it.</param>
internal sealed record ImportRow(
    string? Number = null, string? To = null, string? User = null, string? Destination = null, bool Enabled = true);
