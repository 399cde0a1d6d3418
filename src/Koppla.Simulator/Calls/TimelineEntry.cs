namespace Koppla.Simulator.Calls;

/// <summary>Something that happened in a call, in words for a reader.</summary>
public sealed record TimelineEntry(DateTimeOffset At, TimelineKind Kind, string Text);
