using Koppla.Functions.Storage;
using NodaTime;

namespace Koppla.Functions.Calls;

/// <summary>Names calls in storage: the newest sorts first. See <see cref="CallRecord.IsId"/>.</summary>
internal static class CallId
{
    /// <summary>The ids of all calls that rang after an instant come before this one.</summary>
    public static string Since(Instant instant) => NewestFirst.TimeOf(instant.ToDateTimeOffset());

    /// <param name="name">Tells calls of the same moment apart; the same name and time give the same id.</param>
    public static string For(DateTimeOffset time, string name) => NewestFirst.Key(time, NewestFirst.NameOf(name));
}
