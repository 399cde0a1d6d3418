namespace Koppla.Functions.Destinations;

/// <summary>A rule that the policy forbids though it is saved.</summary>
/// <param name="Reason">The name of what the policy says to it.</param>
/// <param name="Destination">E.164.</param>
/// <param name="User">Whose rule it is; left out: a reserved number's.</param>
/// <param name="Profile">In which of the user's profiles; left out: in what is done when a transfer fails.</param>
/// <param name="Number">The reserved number, E.164.</param>
/// <param name="Field">The member that holds the destination.</param>
internal sealed record BreakBody(string Reason, string Destination, Guid? User, string? Profile, string? Number, string Field);
