using NodaTime;
using NodaTime.TimeZones;

namespace Koppla.Routing.Schedules;

/// <summary>Which instant a local time is, when the clock skips it or repeats it.</summary>
public static class LocalTimes
{
    private static readonly ZoneLocalMappingResolver AsEnd =
        Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>When something ends. Skipped: where the clock goes on. Repeated: the second time.</summary>
    public static Instant End(LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, AsEnd).ToInstant();
}
