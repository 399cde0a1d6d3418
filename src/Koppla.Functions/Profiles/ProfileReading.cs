using System.Buffers;
using Koppla.Functions.Api;
using Koppla.Routing.Profiles;
using Koppla.Routing.Referrals;

namespace Koppla.Functions.Profiles;

/// <summary>Reads a profile out of a body.</summary>
internal static class ProfileReading
{
    private const int MaxName = 60;
    private const int MaxStatusText = 100;
    private const int MaxStandardMinutes = 525_600;
    private const int MaxSoundName = 60;
    private const string SoundEnding = ".wav";

    private static readonly SearchValues<char> SoundLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    public static (Profile? Profile, Problem? Problem) Read(ProfileBody body, ProfileId id)
    {
        var reading = new BodyReading();
        var profile = new Profile(
            id,
            reading.Text(body.Name, MaxName, "name"),
            reading.OptionalText(body.StatusText, MaxStatusText, "statusText"),
            reading.Word<Absence>(body.Absence, "absence"),
            body.StandardMinutes is { } minutes ? reading.Whole(minutes, 1, MaxStandardMinutes, "standardMinutes") : null,
            ReadReferral(reading, body.Referral),
            RuleReading.Read(reading, body.Fixed, "fixed"),
            RuleReading.Read(reading, body.Mobile, "mobile"));
        if (body.Id is { } named && named != id.Value)
        {
            reading.Refuse("profile-id-differs", "The id in the body is not the one that the profile has or gets.", "id");
        }

        return reading.Problem is { } problem ? (null, problem) : (profile, null);
    }

    private static ReferralMessage ReadReferral(BodyReading reading, ReferralBody? body)
    {
        if (body is null)
        {
            return ReferralMessage.FromData;
        }

        if (body.Sound is { } sound && !IsSoundFile(sound))
        {
            reading.Refuse("sound-not-valid", $"A sound is named with 1 to {MaxSoundName} letters a-z, digits and hyphens, and .wav.", "referral.sound");
        }

        return new ReferralMessage(body.Text is { } text ? reading.Value(ReferralText.Check(text), "referral.text") : null, body.Sound);
    }

    private static bool IsSoundFile(string name) =>
        name.EndsWith(SoundEnding, StringComparison.Ordinal)
        && name.AsSpan(0, name.Length - SoundEnding.Length) is { Length: > 0 and <= MaxSoundName } stem
        && !stem.ContainsAnyExcept(SoundLetters);
}
