namespace Koppla.Functions.Users;

/// <summary>What the removal of a user would do.</summary>
/// <param name="Numbers">E.164. They return to reserved, and are not forwarded.</param>
/// <param name="NamedBy">Whose rules send calls to the user or to one of these numbers. The rules stay as they are.</param>
internal sealed record UserRemovalBody(IReadOnlyList<string> Numbers, IReadOnlyList<UserMentionBody> NamedBy);
