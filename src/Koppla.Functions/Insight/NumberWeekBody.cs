namespace Koppla.Functions.Insight;

/// <param name="Number">E.164.</param>
/// <param name="Intervals">In order, without gaps, each different from the one before.</param>
internal sealed record NumberWeekBody(string Number, IReadOnlyList<WeekIntervalBody> Intervals);
