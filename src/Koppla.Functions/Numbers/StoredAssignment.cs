using Azure;
using Koppla.Functions.Insight;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers;

/// <summary>Whose a number is now, and whether the request at hand made it so.</summary>
/// <param name="Preview">Set when the change was only tried.</param>
internal sealed record StoredAssignment(
    PhoneNumber Number, AssignedNumber Value, ETag Version, bool IsNew, ChangePreviewBody? Preview = null);
