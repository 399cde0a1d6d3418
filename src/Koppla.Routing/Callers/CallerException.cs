using Koppla.Routing.Numbers;

namespace Koppla.Routing.Callers;

/// <summary>Callers who are treated otherwise than the profile says. The first exception that fits wins.</summary>
/// <param name="Group">Which callers.</param>
/// <param name="Number">Set for <see cref="CallerGroup.Number"/>, and only then.</param>
/// <param name="Treatment">What becomes of them.</param>
/// <param name="Note">For people; null: none.</param>
public sealed record CallerException(CallerGroup Group, PhoneNumber? Number, CallerTreatment Treatment, string? Note = null);
