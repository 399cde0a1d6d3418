using System.Collections.Immutable;
using Azure;
using Koppla.Functions.Api;
using Koppla.Functions.Insight;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Users;

/// <summary>A user after a change.</summary>
/// <param name="Version">What is stored now.</param>
/// <param name="IsNew">What the request names was made by it.</param>
/// <param name="Preview">Set when the change was only tried.</param>
/// <param name="Made">The id of the profile that a POST made.</param>
internal sealed record ChangedUser(
    User User,
    ETag Version,
    ImmutableArray<WarningBody> Warnings,
    bool IsNew = false,
    ChangePreviewBody? Preview = null,
    string? Made = null)
{
    public CallHandling Handling => User.Handling;

    /// <summary>Null when there are none, so that the member is left out.</summary>
    public IReadOnlyList<WarningBody>? WarningsOrNull => Warnings.IsEmpty ? null : Warnings;
}
