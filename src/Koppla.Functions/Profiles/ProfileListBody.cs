namespace Koppla.Functions.Profiles;

/// <summary>All profiles of a user.</summary>
internal sealed record ProfileListBody(IReadOnlyList<ProfileBody> Items);
