namespace Koppla.Functions.Colleagues;

/// <summary>A page of colleagues.</summary>
/// <param name="Continuation">Asks for the next page; absent on the last.</param>
internal sealed record ColleagueListBody(IReadOnlyList<ColleagueBody> Items, string? Continuation);
