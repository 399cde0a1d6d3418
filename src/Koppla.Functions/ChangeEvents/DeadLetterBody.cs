using Koppla.Functions.Api;

namespace Koppla.Functions.ChangeEvents;

/// <summary>An event that was given up, as the API shows it.</summary>
/// <param name="Type">What the event would have told; absent: it is not told any more.</param>
/// <param name="At">When the change was made: ISO 8601, UTC.</param>
/// <param name="DiedAt">When the event was given up: ISO 8601, UTC.</param>
/// <param name="Status">What the receiver answered at last; absent: nothing.</param>
internal sealed record DeadLetterBody(
    string Id, string? Type, string Action, string Object, string At, string DiedAt, int Attempts, int? Status, string Failure)
{
    public static DeadLetterBody Of(DeadLetter letter) => new(
        letter.Change.Id,
        EventTypes.Of(letter.Change),
        letter.Change.Action,
        letter.Change.Object.ToString(),
        InstantTexts.Utc(letter.Change.At),
        InstantTexts.Utc(letter.DiedAt),
        letter.Attempts,
        letter.Last.Status,
        letter.Last.Failure!);
}
