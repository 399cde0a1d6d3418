using Koppla.Functions.Api;

namespace Koppla.Functions.Insight;

/// <summary>What a change would do, for a request that only asks.</summary>
/// <param name="Changed">False: everything would stay as it is.</param>
internal sealed record ChangePreviewBody(bool Changed, IReadOnlyList<WarningBody> Warnings);
