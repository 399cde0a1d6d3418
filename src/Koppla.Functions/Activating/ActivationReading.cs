using Koppla.Functions.Api;
using Koppla.Functions.Scheduling;
using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Functions.Activating;

/// <summary>Reads an activation out of a body.</summary>
internal static class ActivationReading
{
    private const int MaxYears = 2;

    /// <summary>One of the two years may be a leap year.</summary>
    private static readonly Duration Furthest = Duration.FromDays(731);

    public static (ActivationWish? Wish, Problem? Problem) Read(ActivationRequest body, Instant now)
    {
        var reading = new BodyReading();
        var profile = reading.Required(body.Profile, "profile") is { } id ? reading.Value(ProfileId.Parse(id), "profile") : default;
        CheckEnds(reading, body);
        var end = new ActivationEnd(
            body.Until is { } until ? ReadEnd(reading, until, now) : null,
            body.UntilNextChange,
            body.UntilNextWorkingDayAt is { } at ? reading.Time(ScheduleTimes.OfDay, at, "08:00", "untilNextWorkingDayAt") : null,
            body.StandardLength);
        return reading.Problem is { } problem ? (null, problem) : (new ActivationWish(profile, end), null);
    }

    private static void CheckEnds(BodyReading reading, ActivationRequest body)
    {
        (bool IsAsked, string Member)[] ends =
        [
            (body.Until is not null, "until"),
            (body.UntilNextChange, "untilNextChange"),
            (body.UntilNextWorkingDayAt is not null, "untilNextWorkingDayAt"),
            (body.StandardLength, "standardLength"),
        ];
        if (ends.Where(end => end.IsAsked).Select(end => end.Member).Skip(1).FirstOrDefault() is { } second)
        {
            reading.Refuse("activation-end-ambiguous", "An activation has one end at most.", second);
        }
    }

    private static Instant ReadEnd(BodyReading reading, string text, Instant now)
    {
        var asked = reading.Time(InstantTexts.Pattern, text, InstantTexts.Form, "until");

        // By the year first: a time at the very end of the calendar is no instant.
        var years = asked.Year - now.InUtc().Year;
        if (years < -1 || (years <= 1 && asked.ToInstant() <= now))
        {
            reading.Refuse("activation-end-past", "The end has passed already.", "until");
            return now;
        }

        if (years > MaxYears + 1 || asked.ToInstant() - now > Furthest)
        {
            reading.Refuse("activation-end-too-far", $"An activation lasts at most {MaxYears} years.", "until");
            return now;
        }

        return asked.ToInstant();
    }
}
