using Koppla.Routing.Profiles;
using Koppla.Routing.Referrals;
using NodaTime;

namespace Koppla.Routing.Tests.Referrals;

/// <summary>The words: why somebody is away, and when the return is. 24 November 2026 is a Tuesday.</summary>
public sealed class ReferralWordsTests
{
    private static readonly LocalDate Tuesday = new(2026, 11, 24);

    public static TheoryData<Absence, string, string> Reasons => new()
    {
        { Absence.None, "Anna Berg kan inte ta ditt samtal just nu", "Anna Berg cannot take your call right now" },
        { Absence.Lunch, "Anna Berg har gått på lunch", "Anna Berg is at lunch" },
        { Absence.Meeting, "Anna Berg sitter i möte", "Anna Berg is in a meeting" },
        { Absence.GoneForTheDay, "Anna Berg har gått för dagen", "Anna Berg has left for the day" },
        { Absence.Vacation, "Anna Berg har semester", "Anna Berg is on holiday" },
        { Absence.Sick, "Anna Berg är sjuk", "Anna Berg is ill" },
        { Absence.BusinessTrip, "Anna Berg är på tjänsteresa", "Anna Berg is on a business trip" },
        { Absence.Busy, "Anna Berg är upptagen", "Anna Berg is busy" },
        { Absence.CaringForChild, "Anna Berg är hemma för vård av barn", "Anna Berg is at home looking after a child" },
        { Absence.Education, "Anna Berg är på utbildning", "Anna Berg is on a course" },
        { Absence.Away, "Anna Berg kan inte ta ditt samtal just nu", "Anna Berg cannot take your call right now" },
    };

    public static TheoryData<string, string, string> Returns => new()
    {
        { "2026-11-24T13:00", "klockan 13", "at 1 pm" },
        { "2026-11-24T13:30", "klockan 13.30", "at 1:30 pm" },
        { "2026-11-24T09:05", "klockan 9.05", "at 9:05 am" },
        { "2026-11-24T00:30", "klockan 0.30", "at 12:30 am" },
        { "2026-11-24T12:00", "klockan 12", "at noon" },
        { "2026-11-24T12:15", "klockan 12.15", "at 12:15 pm" },
        { "2026-11-25T08:00", "i morgon klockan 8", "tomorrow at 8 am" },
        { "2026-11-25T00:00", "i morgon", "tomorrow" },
        { "2026-11-25T00:01", "i morgon klockan 0.01", "tomorrow at 12:01 am" },
        { "2026-11-26T08:00", "på torsdag klockan 8", "on Thursday at 8 am" },
        { "2026-11-27T00:00", "på fredag", "on Friday" },
        { "2026-11-28T08:00", "på lördag klockan 8", "on Saturday at 8 am" },
        { "2026-11-29T08:00", "på söndag klockan 8", "on Sunday at 8 am" },
        { "2026-11-30T08:00", "på måndag klockan 8", "on Monday at 8 am" },
        { "2026-12-01T08:00", "den 1 december klockan 8", "on 1 December at 8 am" },
        { "2026-12-01T00:00", "den 1 december", "on 1 December" },
        { "2027-01-07T08:00", "den 7 januari klockan 8", "on 7 January at 8 am" },
        { "2027-10-24T08:00", "den 24 oktober klockan 8", "on 24 October at 8 am" },
        { "2027-10-25T08:00", "den 25 oktober 2027 klockan 8", "on 25 October 2027 at 8 am" },
        { "2028-01-07T00:00", "den 7 januari 2028", "on 7 January 2028" },
    };

    [Fact]
    public void Every_absence_is_in_the_table() =>
        Assert.Equal(Enum.GetValues<Absence>(), Reasons.Select(row => row.Data.Item1));

    [Theory]
    [MemberData(nameof(Reasons))]
    public void A_reason_is_told_with_and_without_a_return(Absence absence, string swedish, string english)
    {
        var link = absence is Absence.None or Absence.Away ? ("men", "but") : ("och", "and");

        Assert.Equal($"{swedish}.", SwedishReferral.Of("Anna Berg", absence, back: null));
        Assert.Equal($"{english}.", EnglishReferral.Of("Anna Berg", absence, back: null));
        Assert.Equal($"{swedish} {link.Item1} är åter klockan 13.", SwedishReferral.Of("Anna Berg", absence, "klockan 13"));
        Assert.Equal($"{english} {link.Item2} will be back at 1 pm.", EnglishReferral.Of("Anna Berg", absence, "at 1 pm"));
    }

    [Theory]
    [MemberData(nameof(Returns))]
    public void A_return_is_told_as_near_as_it_is(string back, string swedish, string english)
    {
        var local = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(back).Value;

        Assert.Equal(swedish, SwedishReferral.When(local, Tuesday));
        Assert.Equal(english, EnglishReferral.When(local, Tuesday));
    }

    [Fact]
    public void Over_the_end_of_the_year_it_is_tomorrow_too()
    {
        Assert.Equal("i morgon klockan 8", SwedishReferral.When(new(2027, 1, 1, 8, 0), new(2026, 12, 31)));
        Assert.Equal("on Saturday at 8 am", EnglishReferral.When(new(2027, 1, 2, 8, 0), new(2026, 12, 31)));
    }

    [Theory]
    [InlineData(1, "januari", "January")]
    [InlineData(2, "februari", "February")]
    [InlineData(3, "mars", "March")]
    [InlineData(4, "april", "April")]
    [InlineData(5, "maj", "May")]
    [InlineData(6, "juni", "June")]
    [InlineData(7, "juli", "July")]
    [InlineData(8, "augusti", "August")]
    [InlineData(9, "september", "September")]
    [InlineData(10, "oktober", "October")]
    [InlineData(11, "november", "November")]
    [InlineData(12, "december", "December")]
    public void Months_have_their_names(int month, string swedish, string english)
    {
        var before = new LocalDate(2026, month, 15).PlusMonths(-1);

        Assert.Equal($"den 15 {swedish} klockan 8", SwedishReferral.When(new(2026, month, 15, 8, 0), before));
        Assert.Equal($"on 15 {english} at 8 am", EnglishReferral.When(new(2026, month, 15, 8, 0), before));
    }
}
