using Koppla.Functions.Activating;
using NodaTime;

namespace Koppla.Functions.Colleagues;

/// <summary>A colleague, for who wants to transfer a call.</summary>
/// <param name="Numbers">E.164.</param>
/// <param name="MainNumber">Where a call to the colleague goes; absent: the colleague has no number, and can't be transferred to.</param>
/// <param name="Status">As the colleague's own, without when it was activated and what comes next.</param>
/// <param name="InCall">Whether the colleague talks now, in a call that the app follows.</param>
internal sealed record ColleagueBody(
    Guid Id, string Name, string? Department, IReadOnlyList<string> Numbers, string? MainNumber, StatusBody Status, bool InCall)
{
    public static ColleagueBody Of(Colleague colleague, Instant now) => new(
        colleague.User.Id.Value,
        colleague.User.Name,
        colleague.User.Department,
        [.. colleague.User.Numbers.Select(number => number.E164)],
        colleague.User.MainNumber?.E164,
        StatusBody.Of(colleague.User.Handling, now) with { Since = null, Next = null },
        colleague.InCall);
}
