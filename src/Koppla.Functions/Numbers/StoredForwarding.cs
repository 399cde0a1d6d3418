using Azure;
using Koppla.Functions.Insight;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Numbers;

/// <summary>A forwarding as it is stored now, and whether the request at hand made it.</summary>
/// <param name="Preview">Set when the change was only tried.</param>
internal sealed record StoredForwarding(Forwarding Value, ETag Version, bool IsNew, ChangePreviewBody? Preview = null);
