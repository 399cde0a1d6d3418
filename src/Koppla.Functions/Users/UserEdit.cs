using System.Collections.Immutable;
using Koppla.Functions.Api;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Users;

/// <summary>What is to become of a user; or why nothing.</summary>
/// <param name="Change">Makes the user what it is to become.</param>
internal sealed record UserEdit(Func<User, User>? Change, Problem? Problem = null)
{
    /// <param name="handling">All that becomes another.</param>
    public UserEdit(CallHandling handling)
        : this(user => user with { Handling = handling })
    {
    }

    /// <summary>The profiles that the edit changes or puts in force.</summary>
    public ImmutableArray<CheckedProfile> Checked { get; init; } = [];

    /// <summary>What the audit log says was done; null: which part is another.</summary>
    public string? Action { get; init; }

    public ImmutableArray<WarningBody> Warnings { get; init; } = [];

    /// <summary>What the request names is made by it.</summary>
    public bool IsNew { get; init; }

    /// <summary>The id of the profile that is made by a POST.</summary>
    public string? Made { get; init; }

    public static implicit operator UserEdit(Problem problem) => new(null, problem);
}
