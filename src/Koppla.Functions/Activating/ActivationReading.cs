using Koppla.Functions.Api;
using Koppla.Functions.Scheduling;
using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Functions.Activating;

/// <summary>Reads an activation out of a body.</summary>
internal static class ActivationReading
{
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
        var until = reading.Time(InstantTexts.Pattern, text, InstantTexts.Form, "until").ToInstant();
        if (until <= now)
        {
            reading.Refuse("activation-end-past", "The end has passed already.", "until");
        }
        else if (until - now > Furthest)
        {
            reading.Refuse("activation-end-too-far", "An activation lasts two years at most.", "until");
        }

        return until;
    }
}
