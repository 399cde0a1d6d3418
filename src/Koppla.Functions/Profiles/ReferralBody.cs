using Koppla.Routing.Profiles;

namespace Koppla.Functions.Profiles;

/// <summary>What callers hear. Left out: who is away, why, and back when.</summary>
/// <param name="Text">1 to 500 characters; <c>{name}</c> and <c>{back}</c> are filled in.</param>
/// <param name="Sound">The name of one of the organisation's sound files, which goes before the text.</param>
internal sealed record ReferralBody(string? Text = null, string? Sound = null)
{
    public static ReferralBody? Of(ReferralMessage referral) =>
        referral == ReferralMessage.FromData ? null : new(referral.Text, referral.SoundFile);
}
