using Koppla.Routing.Schedules;
using NodaTime;
using static Koppla.Routing.Tests.Schedules.Anna;

namespace Koppla.Routing.Tests.Schedules;

public sealed class SwedishHolidaysTests
{
    [Theory]
    [InlineData("01-01", "Nyårsdagen")]
    [InlineData("01-06", "Trettondedag jul")]
    [InlineData("05-01", "Första maj")]
    [InlineData("06-06", "Sveriges nationaldag")]
    [InlineData("12-24", "Julafton")]
    [InlineData("12-25", "Juldagen")]
    [InlineData("12-26", "Annandag jul")]
    [InlineData("12-31", "Nyårsafton")]
    public void Some_days_are_the_same_every_year(string day, string name)
    {
        for (var year = 2024; year <= 2031; year++)
        {
            Assert.Equal(name, SwedishHolidays.NameOf(Date($"{year}-{day}"), includeEves: true));
        }
    }

    [Theory]
    [InlineData(2024, "03-31", "05-09", "05-19", "06-22", "11-02")]
    [InlineData(2025, "04-20", "05-29", "06-08", "06-21", "11-01")]
    [InlineData(2026, "04-05", "05-14", "05-24", "06-20", "10-31")]
    [InlineData(2027, "03-28", "05-06", "05-16", "06-26", "11-06")]
    [InlineData(2028, "04-16", "05-25", "06-04", "06-24", "11-04")]
    [InlineData(2029, "04-01", "05-10", "05-20", "06-23", "11-03")]
    [InlineData(2030, "04-21", "05-30", "06-09", "06-22", "11-02")]
    [InlineData(2031, "04-13", "05-22", "06-01", "06-21", "11-01")]
    public void Some_days_move(int year, string easter, string ascension, string pentecost, string midsummer, string allSaints)
    {
        LocalDate Day(string day) => Date($"{year}-{day}");
        Dictionary<LocalDate, string> expected = new()
        {
            [Day(easter).PlusDays(-2)] = "Långfredagen",
            [Day(easter)] = "Påskdagen",
            [Day(easter).PlusDays(1)] = "Annandag påsk",
            [Day(ascension)] = "Kristi himmelsfärdsdag",
            [Day(pentecost)] = "Pingstdagen",
            [Day(midsummer).PlusDays(-1)] = "Midsommarafton",
            [Day(midsummer)] = "Midsommardagen",
            [Day(allSaints)] = "Alla helgons dag",
            [Day("01-01")] = "Nyårsdagen",
            [Day("01-06")] = "Trettondedag jul",
            [Day("05-01")] = "Första maj",
            [Day("06-06")] = "Sveriges nationaldag",
            [Day("12-24")] = "Julafton",
            [Day("12-25")] = "Juldagen",
            [Day("12-26")] = "Annandag jul",
            [Day("12-31")] = "Nyårsafton",
        };

        var named = DaysOf(year).Select(date => (Date: date, Name: SwedishHolidays.NameOf(date, includeEves: true))).Where(day => day.Name is not null);

        Assert.Equal(expected.OrderBy(day => day.Key).Select(day => (day.Key, day.Value)), named.Select(day => (day.Date, day.Name!)));
    }

    [Theory]
    [InlineData("2026-06-19")]
    [InlineData("2026-12-24")]
    [InlineData("2026-12-31")]
    public void Eves_are_ordinary_days_by_the_law(string eve) => Assert.Null(SwedishHolidays.NameOf(Date(eve), includeEves: false));

    [Fact]
    public void Sundays_are_ordinary_days() => Assert.Null(SwedishHolidays.NameOf(Date("2026-11-08"), includeEves: true));

    [Fact]
    public void A_calendar_is_edited_by_adding_and_removing_days_and_adding_wins()
    {
        var day = Date("2026-05-15");
        var nationalDay = Date("2026-06-06");

        Assert.Equal("Klämdag", new HolidayCalendar(true, [new(day, "Klämdag")], []).NameOf(day));
        Assert.Null(new HolidayCalendar(true, [], [nationalDay]).NameOf(nationalDay));
        Assert.Equal("Klämdag", new HolidayCalendar(true, [new(nationalDay, "Klämdag")], [nationalDay]).NameOf(nationalDay));
        Assert.Null(new HolidayCalendar(false, [], []).NameOf(Date("2026-12-24")));
    }

    [Fact]
    public void Nothing_is_allocated_to_look_at_a_day()
    {
        LocalDate[] days = [.. DaysOf(2026)];
        var holidays = 0;
        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var day in days)
            {
                holidays += HolidayCalendar.Swedish.NameOf(day) is null ? 0 : 1;
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated();
        Assert.Equal(0, Allocated());
        Assert.Equal(2 * 16, holidays);
    }

    private static IEnumerable<LocalDate> DaysOf(int year)
    {
        for (var day = new LocalDate(year, 1, 1); day.Year == year; day = day.PlusDays(1))
        {
            yield return day;
        }
    }
}
