using System.Collections.Immutable;
using Koppla.Functions.Api;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Users;

/// <summary>What is to become of a user's call handling; or why nothing.</summary>
internal sealed record UserEdit(CallHandling? Handling, Problem? Problem = null)
{
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
