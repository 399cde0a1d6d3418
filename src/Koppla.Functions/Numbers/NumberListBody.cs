namespace Koppla.Functions.Numbers;

/// <summary>A page of numbers.</summary>
/// <param name="Continuation">Asks for the next page; absent on the last.</param>
internal sealed record NumberListBody(IReadOnlyList<NumberBody> Items, string? Continuation);
