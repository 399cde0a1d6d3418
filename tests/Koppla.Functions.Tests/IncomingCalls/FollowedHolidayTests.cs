using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Functions.Tests.IncomingCalls;

/// <summary>Calls to somebody whose schedule follows the organisation's calendar.</summary>
public sealed class FollowedHolidayTests
{
    private static readonly LocalDate Today = TestCall.Now.InZone(Schedule.Empty.Zone).Date;

    private static readonly HolidayCalendar WithToday = new(true, [new Holiday(Today, "Firmafest")], []);

    private static readonly ProfileId Away = ProfileId.Parse("helg").Value;

    [Fact]
    public async Task On_a_holiday_of_the_organisation_they_meet_the_profile_of_holidays()
    {
        using var exchange = await FilledAsync(WithToday, HolidayRule.OfOrganisation(Away));

        await exchange.CallAsync(Numbers.Fixed);

        Assert.Equal(Numbers.Outside.E164, Assert.Single(exchange.Records).Target);
    }

    [Fact]
    public async Task On_other_days_they_do_not()
    {
        using var exchange = await FilledAsync(HolidayCalendar.Swedish, HolidayRule.OfOrganisation(Away));

        await exchange.CallAsync(Numbers.Fixed);

        Assert.NotEmpty(exchange.Provider.Sent);
        Assert.DoesNotContain(exchange.Records, record => record.Target == Numbers.Outside.E164);
    }

    [Fact]
    public async Task They_cost_no_read_more_than_those_to_somebody_with_a_calendar_of_the_own()
    {
        using var following = await FilledAsync(WithToday, HolidayRule.OfOrganisation(Away));
        using var own = await FilledAsync(HolidayCalendar.Swedish, new HolidayRule(Away, WithToday));

        Assert.Equal(await ReadsOfAsync(own, "first"), await ReadsOfAsync(following, "first"));
        Assert.Equal(await ReadsOfAsync(own, "second"), await ReadsOfAsync(following, "second"));
    }

    private static async Task<string[]> ReadsOfAsync(Exchange exchange, string handle)
    {
        exchange.Storage.ClearLog();
        await exchange.DeliverAsync(TestCall.Calling(Numbers.Fixed) with { Handle = handle });
        Assert.NotEmpty(exchange.Storage.Reads);
        return [.. exchange.Storage.Reads.Order(StringComparer.Ordinal)];
    }

    private static async Task<Exchange> FilledAsync(HolidayCalendar calendar, HolidayRule rule)
    {
        var exchange = await new Exchange().FilledAsync();
        var organisation = await exchange.Organisations.ReadAsync(Exchange.Owner, CancellationToken.None);
        await exchange.Organisations.WriteAsync(organisation! with { Holidays = calendar }, CancellationToken.None);
        var away = Profile.Available(NumberRule.Forward(Numbers.Outside), NumberRule.Ring) with { Id = Away };
        var anna = (await exchange.Users.ReadAsync(Exchange.Owner, Exchange.Anna, CancellationToken.None))!.Value;
        var handling = anna.Handling with { Profiles = [.. anna.Handling.Profiles, away], Schedule = Schedule.Empty with { Holidays = rule } };
        await exchange.Users.WriteAsync(anna with { Handling = handling }, CancellationToken.None);
        return exchange;
    }
}
