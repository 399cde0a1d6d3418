namespace Koppla.Functions.Destinations;

/// <summary>What is wrong with an organisation's forwards.</summary>
/// <param name="CheckedAt">ISO 8601, UTC.</param>
/// <param name="Findings">At most 200.</param>
/// <param name="More">How many there are beside those.</param>
internal sealed record ForwardHealthBody(string CheckedAt, IReadOnlyList<ForwardFindingBody> Findings, int More);
