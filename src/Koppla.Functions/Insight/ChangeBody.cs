namespace Koppla.Functions.Insight;

/// <summary>A stretch of time in which calls to a number would meet something else.</summary>
/// <param name="Number">E.164.</param>
/// <param name="From">Inclusive; ISO 8601.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Before">What they meet as it is.</param>
/// <param name="After">What they would meet.</param>
internal sealed record ChangeBody(string Number, string From, string To, ChangeSideBody Before, ChangeSideBody After);
