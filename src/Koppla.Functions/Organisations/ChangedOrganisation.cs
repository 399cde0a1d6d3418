using Azure;
using Koppla.Functions.Insight;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Organisations;

/// <summary>An organisation after a change.</summary>
/// <param name="Version">What is stored now; null: nothing is.</param>
/// <param name="Preview">Set when the change was only tried.</param>
internal sealed record ChangedOrganisation(Organisation Value, ETag? Version, bool IsNew = false, ChangePreviewBody? Preview = null);
