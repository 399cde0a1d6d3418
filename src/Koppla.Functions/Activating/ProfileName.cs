using Koppla.Routing.Profiles;

namespace Koppla.Functions.Activating;

/// <summary>A profile by id and name.</summary>
internal sealed record ProfileName(string Id, string Name)
{
    public static ProfileName Of(Profile profile) => new(profile.Id.Value, profile.Name);
}
