namespace Koppla.Cli.Numbers;

/// <summary>A step in the course of a call.</summary>
internal sealed record StoryStepBody(string Sentence);
