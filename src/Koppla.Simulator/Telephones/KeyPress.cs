namespace Koppla.Simulator.Telephones;

/// <summary>Keys that a telephone presses by itself.</summary>
/// <param name="Keys">Characters of 0-9, A-D, * and #.</param>
/// <param name="After">Time from the answer, or from the question when <paramref name="WhenAsked"/>.</param>
/// <param name="WhenAsked">Whether it waits for the application to ask for keys.</param>
public sealed record KeyPress(string Keys, TimeSpan After, bool WhenAsked);
