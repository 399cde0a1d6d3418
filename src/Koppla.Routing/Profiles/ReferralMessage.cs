namespace Koppla.Routing.Profiles;

/// <summary>What a caller hears of an absence. With neither, it is told from the data: who, why, and back when.</summary>
/// <param name="Text">Spoken as written; <c>{name}</c> and <c>{back}</c> in it are filled in. 1 to 500 characters.</param>
/// <param name="SoundFile">The name of a sound file among the organisation's own; it goes before the text.</param>
public sealed record ReferralMessage(string? Text = null, string? SoundFile = null)
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaxTextLength = 500;

    /// <summary>Told from the data.</summary>
    public static ReferralMessage FromData { get; } = new();
}
