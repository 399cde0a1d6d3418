using Koppla.Functions.Api;
using Koppla.Routing.Profiles;

namespace Koppla.Functions.Users;

/// <summary>A profile whose rules must hold.</summary>
/// <param name="NamedBy">The member that puts it in force, which is then at fault; null: the profile itself is in the body.</param>
internal sealed record CheckedProfile(Profile Profile, string? NamedBy = null)
{
    /// <summary>A problem inside the profile, as the one who wrote the body must see it.</summary>
    public Problem Seen(Problem problem) => NamedBy is null
        ? problem
        : problem with { Field = NamedBy, Text = $"In the profile '{Profile.Name}', {problem.Field}: {problem.Text}" };
}
