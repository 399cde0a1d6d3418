using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Routing.Schedules;

/// <summary>A period that comes once, over hours or many days: from (inclusive) to (exclusive).</summary>
/// <param name="To">After <paramref name="From"/>.</param>
/// <param name="Priority">0 to 100; higher wins.</param>
/// <param name="Note">For people; null: none.</param>
public sealed record OneOffPeriod(ProfileId Profile, LocalDateTime From, LocalDateTime To, int Priority = 0, string? Note = null)
{
    internal bool Covers(in LocalMoment moment) => moment.Local >= From && moment.Local < To;
}
