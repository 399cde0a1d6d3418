namespace Koppla.Functions.ChangeEvents;

/// <summary>A page of dead letters, the newest change first.</summary>
/// <param name="Continuation">Asks for the next page; absent on the last.</param>
internal sealed record DeadLetterListBody(IReadOnlyList<DeadLetterBody> Items, string? Continuation);
