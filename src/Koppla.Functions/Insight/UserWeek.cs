using System.Collections.Immutable;
using Koppla.Routing.Directory;
using NodaTime;

namespace Koppla.Functions.Insight;

/// <summary>What calls to each of a user's numbers meet over a time.</summary>
internal sealed record UserWeek(User User, Interval Window, ImmutableArray<NumberWeek> Numbers)
{
    public DateTimeZone Zone => User.Handling.Schedule.Zone;
}
