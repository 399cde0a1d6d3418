namespace Koppla.Functions.Users;

/// <summary>A page of users.</summary>
/// <param name="Continuation">Asks for the next page; absent on the last.</param>
internal sealed record UserListBody(IReadOnlyList<UserBody> Items, string? Continuation);
