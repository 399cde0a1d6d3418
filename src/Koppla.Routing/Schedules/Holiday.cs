using NodaTime;

namespace Koppla.Routing.Schedules;

/// <param name="Name">For people, in Swedish.</param>
public sealed record Holiday(LocalDate Date, string Name);
