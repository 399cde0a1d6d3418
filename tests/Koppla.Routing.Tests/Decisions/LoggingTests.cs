using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using NodaTime;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Decisions;

/// <summary>Whatever is logged by mistake or by intent, no number is in it in full.</summary>
public sealed class LoggingTests
{
    [Fact]
    public void A_call_in_a_log_shows_no_number_in_full()
    {
        var call = new Call(Number("08-678 55 00"), Number("070-174 06 05"), Instant.FromUtc(2026, 11, 3, 13, 10), TrailOf("070-174 06 10"));

        Assert.Equal("+46*******05 -> +46******00 at 2026-11-03T13:10:00Z, 1 diversions, 0 lines tried", call.ToString());
    }

    [Fact]
    public void A_decision_in_a_log_shows_no_number_in_full()
    {
        var exchange = new Exchange();
        exchange.Reserved(exchange.Organisation(), "08-678 55 00", "070-174 06 10");
        exchange.Assigned(exchange.Organisation(), "08-678 55 01", new TelephoneDevice(Number("070-174 06 05")));

        var forwarded = exchange.Decide("08-678 55 00");
        var rung = exchange.Decide("08-678 55 01");

        Assert.Equal("Forward { Destination = +46*******10, FollowedUp = False }, 3 steps, 1 diversions", forwarded.ToString());
        Assert.DoesNotContain("70174", $"{rung} {string.Join(' ', rung.Trace)}", StringComparison.Ordinal);
    }
}
