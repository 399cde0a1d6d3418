using System.Globalization;
using Koppla.Functions.Api;
using Koppla.Routing.Numbers;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Numbers.Batches;

/// <summary>Numbers of the same length that follow each other, the first and the last included.</summary>
internal sealed record NumberRange(PhoneNumber From, PhoneNumber To)
{
    private static readonly Problem NotARange = new(
        StatusCodes.Status422UnprocessableEntity,
        "range-not-valid",
        $"A range has a first and a last number of the same length, in that order, and at most {NumberBatch.MaxNumbers} numbers.",
        "to");

    private long First => Value(From);

    public int Count => (int)(Value(To) - First) + 1;

    /// <returns>Null: the two are a range.</returns>
    public static Problem? Check(PhoneNumber from, PhoneNumber to) =>
        from.Digits.Length == to.Digits.Length && Value(to) - Value(from) is >= 0 and < NumberBatch.MaxNumbers ? null : NotARange;

    /// <summary>Each of them; of one that is no number, why.</summary>
    public IEnumerable<(PhoneNumber? Number, Problem? Problem)> Numbers()
    {
        for (var i = 0; i < Count; i++)
        {
            var number = PhoneNumber.ParseE164(string.Create(CultureInfo.InvariantCulture, $"+{First + i}"));
            yield return number.IsOk
                ? (number.Value, null)
                : (null, Problem.Of(StatusCodes.Status422UnprocessableEntity, number.Refusal, "number"));
        }
    }

    private static long Value(PhoneNumber number) => long.Parse(number.Digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
