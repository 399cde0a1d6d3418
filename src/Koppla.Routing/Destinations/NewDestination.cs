using Koppla.Routing.Numbers;
using NodaTime;

namespace Koppla.Routing.Destinations;

/// <summary>A number that calls have been sent to since a time that may matter still.</summary>
public sealed record NewDestination(PhoneNumber Number, Instant Since);
