using Koppla.Functions.Api;

namespace Koppla.Functions.Insight;

/// <summary>What a change would do, for a request that only asks.</summary>
/// <param name="Changed">False: everything would stay as it is.</param>
/// <param name="Changes">What calls to the numbers that are changed would meet, over the next seven days. Calls to others that end there are not searched for.</param>
internal sealed record ChangePreviewBody(bool Changed, IReadOnlyList<ChangeBody> Changes, IReadOnlyList<WarningBody> Warnings)
{
    /// <summary>It would be gone.</summary>
    public static readonly ChangePreviewBody Removal = new(true, [], []);
}
