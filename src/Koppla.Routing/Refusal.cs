namespace Koppla.Routing;

/// <summary>An expected failure. It is a value, not an exception.</summary>
/// <param name="Name">A stable kebab-case word, also used as the problem type of the API. Never changes once published.</param>
/// <param name="Text">One English sentence for a person. May change.</param>
public sealed record Refusal(string Name, string Text);
