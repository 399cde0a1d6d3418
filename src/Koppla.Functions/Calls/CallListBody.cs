namespace Koppla.Functions.Calls;

/// <summary>A page of calls, newest first.</summary>
/// <param name="Continuation">Asks for the next page; absent on the last.</param>
internal sealed record CallListBody(IReadOnlyList<CallBody> Items, string? Continuation);
