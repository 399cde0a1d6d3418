using NodaTime;
using NodaTime.TimeZones;

namespace Koppla.Routing.Schedules;

/// <summary>Where a local time must become an instant, one of these says which, if the clock skips it or repeats it.</summary>
public static class LocalTimes
{
    private static readonly ZoneLocalMappingResolver AsBeginning =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private static readonly ZoneLocalMappingResolver AsEnd =
        Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>When something begins. Skipped: where the clock goes on. Repeated: the first time.</summary>
    public static Instant Beginning(LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, AsBeginning).ToInstant();

    /// <summary>When something ends. Skipped: where the clock goes on. Repeated: the second time.</summary>
    public static Instant End(LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, AsEnd).ToInstant();
}
