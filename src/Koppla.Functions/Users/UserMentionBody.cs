namespace Koppla.Functions.Users;

/// <summary>A profile of somebody that sends calls to a user.</summary>
/// <param name="User">Whose it is.</param>
/// <param name="Field">The member of the profile.</param>
internal sealed record UserMentionBody(Guid User, string Name, string Profile, string Field);
