using Ical.Net.CalendarComponents;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using NodaTime;
using Calendar = Ical.Net.Calendar;

namespace Koppla.Functions.Tests.Api;

/// <summary>A user's days as a calendar.</summary>
public sealed class WeekCalendarTests(ApiFixture fixture)
{
    private static readonly string Path = $"users/me/week?days=2&from={Days.Text(Days.OrdinaryMonday)}";

    [Fact]
    public async Task A_calendar_has_an_event_for_every_number_and_interval()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await WithLunchAsync(tenant);

        var events = await EventsAsync(anna);

        // 00-11, lunch, 12-11, lunch, 12-24: for two numbers.
        Assert.Equal(10, events.Count);
        var lunch = events.First(each => each.Summary == $"{anna.Fixed.Display}: Lunch");
        var from = Days.OrdinaryMonday.At(new LocalTime(11, 0)).InZoneStrictly(Days.Zone).ToDateTimeUtc();
        Assert.Equal(from, lunch.Start!.AsUtc);
        Assert.Equal(from.AddHours(1), lunch.End!.AsUtc);
        Assert.Equal("The caller hears the referral of Anna Berg (Lunch). Then: the call ends.", lunch.Description);
        var free = events.First(each => each.Summary == $"{anna.Fixed.Display}: Tillgänglig");
        Assert.Equal(
            [
                "The app and 031-390 06 50 of Anna Berg ring for 20 seconds.",
                "If busy: the call ends: busy, and nothing is set for that.",
                "If nobody answers: the call ends: no answer, and nothing is set for that.",
                "If nothing can be reached: the call ends: no connection, and nothing is set for that.",
            ],
            free.Description!.Split('\n'));
    }

    [Fact]
    public async Task Events_keep_their_names_when_the_calendar_is_fetched_again()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await WithLunchAsync(tenant);

        var first = await EventsAsync(anna);
        var second = await EventsAsync(anna);

        Assert.Equal(first.Count, first.DistinctBy(each => each.Uid).Count());
        Assert.Equal(first.Select(each => each.Uid), second.Select(each => each.Uid));
    }

    [Theory]
    [InlineData("&format=ics", "*/*", "text/calendar")]
    [InlineData("", "text/calendar", "text/calendar")]
    [InlineData("", "application/json;q=0.5, text/calendar", "text/calendar")]
    [InlineData("&format=json", "text/calendar", "application/json")]
    [InlineData("", "*/*", "application/json")]
    public async Task The_form_is_asked_for_by_name_or_by_type(string query, string accept, string type)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        using var response = await anna.Api.SendAsync(HttpMethod.Get, Path + query, null, ("Accept", accept));

        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }

    private Task<TenantUser> WithLunchAsync(Tenant tenant) => TenantUser.CreateAsync(fixture, tenant, handling => handling with
    {
        Schedule = handling.Schedule with { Weekly = [new(ProfileId.Parse("lunch").Value, (WeekDays)127, new(11, 0), new(12, 0))] },
    });

    private static async Task<IReadOnlyList<CalendarEvent>> EventsAsync(TenantUser user)
    {
        using var response = await user.Api.GetAsync($"{Path}&format=ics");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.All(text.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
        return [.. Calendar.Load(text)!.Events];
    }
}
