using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Routing.Referrals;

/// <summary>What a caller hears of an absence, as text for a voice.</summary>
public static class ReferralText
{
    private const string Name = "{name}";
    private const string Back = "{back}";

    private static readonly Refusal NotValid = new(
        "referral-text-not-valid",
        $"A referral is 1 to {ReferralMessage.MaxTextLength} characters; of braces it has only {Name} and {Back}.");

    /// <summary>The profile's own text, or else who is away, why, and back when.</summary>
    /// <param name="user">Who is away.</param>
    /// <param name="profile">Whose referral it is.</param>
    /// <param name="line">The called number of the user: back is when calls to it ring again.</param>
    /// <param name="at">When the call rang.</param>
    /// <param name="language">Of the voice. The profile's own text stays as it is; what is filled in is in this language.</param>
    /// <remarks>
    /// A return that is not known, or more than two years away, is not told; <c>{back}</c> in the profile's own text is then "senare" or "later".
    /// Else <c>{back}</c> is "klockan 13", "i morgon klockan 8", "på måndag klockan 8", and so on.
    /// </remarks>
    public static string For(User user, Profile profile, PhoneNumber line, Instant at, Language language)
    {
        var back = WhenBack(user.Handling, profile, line, at, language);
        if (profile.Referral.Text is not { } text)
        {
            return language == Language.Swedish
                ? SwedishReferral.Of(user.Name, profile.Absence, back)
                : EnglishReferral.Of(user.Name, profile.Absence, back);
        }

        // The name last: a name is not searched for placeholders.
        return text
            .Replace(Back, back ?? (language == Language.Swedish ? SwedishReferral.Later : EnglishReferral.Later), StringComparison.Ordinal)
            .Replace(Name, user.Name, StringComparison.Ordinal);
    }

    /// <summary>Accepts a text of a profile's own, as it is; refusal: <c>referral-text-not-valid</c>.</summary>
    public static Outcome<string> Check(string? text) =>
        string.IsNullOrWhiteSpace(text) || text.Length > ReferralMessage.MaxTextLength || HasOtherBraces(text) ? NotValid : text;

    private static string? WhenBack(CallHandling handling, Profile profile, PhoneNumber line, Instant at, Language language)
    {
        if (Return.Of(handling, profile, line, at) is not { } back)
        {
            return null;
        }

        var zone = handling.Schedule.Zone;
        var (local, today) = (back.InZone(zone).LocalDateTime, at.InZone(zone).Date);
        return language == Language.Swedish ? SwedishReferral.When(local, today) : EnglishReferral.When(local, today);
    }

    /// <summary>Something stays in the place of what is taken out, so that what was around it can't become a placeholder.</summary>
    private static bool HasOtherBraces(string text) => text
        .Replace(Name, " ", StringComparison.Ordinal)
        .Replace(Back, " ", StringComparison.Ordinal)
        .AsSpan()
        .ContainsAny('{', '}');
}
