namespace Koppla.Functions.Numbers;

/// <summary>Whom a number is to be tied to.</summary>
/// <param name="User">The id of a user of the organisation.</param>
internal sealed record AssignmentRequest(string? User = null);
