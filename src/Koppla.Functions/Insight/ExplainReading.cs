using Koppla.Functions.Api;
using Koppla.Routing.Decisions;
using NodaTime;

namespace Koppla.Functions.Insight;

/// <summary>Reads a call to explain out of a body.</summary>
internal static class ExplainReading
{
    /// <summary>No call comes to more lines.</summary>
    private const int MostLines = 2 * (RoutingEngine.MaxDiversions + 1);

    private const int MostYears = 2;

    private static readonly Duration Furthest = Duration.FromDays(731);

    /// <returns>When nothing is wrong the call, and the instant whose rules hold; null: now.</returns>
    public static (Call? Call, Instant? AsOf, Problem? Problem) Read(ExplainRequest body, Instant now)
    {
        var reading = new BodyReading();
        var number = reading.Required(body.Number, "number") is { } text ? reading.Number(text, "number") : null;
        var caller = body.Caller is { } from ? reading.Number(from, "caller") : null;
        Instant? asOf = body.AsOf is { } then ? ReadInstant(reading, then, now, "asOf") : null;
        if (asOf > now)
        {
            reading.Refuse("instant-in-future", "The rules of the future are not known.", "asOf");
        }

        var at = body.At is { } when ? ReadInstant(reading, when, now, "at") : asOf ?? now;
        var lines = ReadReferrals(reading, body.ReferralHeard ?? [], ReadLines(reading, body.Lines ?? new Dictionary<string, string?>(StringComparer.Ordinal)));
        return reading.Problem is { } problem
            ? (null, null, problem)
            : (new Call(number!, caller, at, Trail.Empty) { Lines = lines }, asOf, null);
    }

    private static Instant ReadInstant(BodyReading reading, string text, Instant now, string field)
    {
        var at = reading.Time(InstantTexts.Pattern, text, InstantTexts.Form, field);

        // By the year first: a time at the very end of the calendar is no instant.
        if (Math.Abs(at.Year - now.InUtc().Year) <= MostYears + 1 && at.ToInstant() is var instant && instant >= now - Furthest && instant <= now + Furthest)
        {
            return instant;
        }

        reading.Refuse("instant-too-far", $"This is at most {MostYears} years from now.", field);
        return now;
    }

    private static LineStates ReadLines(BodyReading reading, IReadOnlyDictionary<string, string?> lines)
    {
        var states = LineStates.Empty;
        if (lines.Count > MostLines)
        {
            reading.Refuse("too-many", $"There can be at most {MostLines} of these.", "lines");
            return states;
        }

        foreach (var (line, word) in lines)
        {
            var field = $"lines.{line}";
            var state = reading.Word<LineState>(word, field);
            if (reading.Number(line, field) is not { } number)
            {
                continue;
            }

            if (states.StateOf(number) is not null)
            {
                reading.Refuse("line-repeated", "The same line is there in two spellings.", field);
            }

            states = states.With(number, state);
        }

        return states;
    }

    private static LineStates ReadReferrals(BodyReading reading, IReadOnlyList<string?> heard, LineStates lines)
    {
        var numbers = reading.Items(heard, MostLines, "referralHeard", reading.Number);
        return numbers.Aggregate(lines, (states, number) => number is null ? states : states.WithReferral(number));
    }
}
