using System.Buffers;

namespace Koppla.Routing.Profiles;

/// <summary>Names a profile among those of its user: 1 to 40 lower-case letters a-z, digits and hyphens.</summary>
public readonly record struct ProfileId
{
    /// <summary>The longest id, in characters.</summary>
    public const int MaxLength = 40;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private ProfileId(string value) => Value = value;

    /// <summary>The profile that every user begins with.</summary>
    public static ProfileId Available { get; } = new("tillganglig");

    public string Value => field ?? "";

    /// <summary>Refusal: <c>profile-id-not-valid</c>.</summary>
    public static Outcome<ProfileId> Parse(string? text) =>
        text is { Length: > 0 and <= MaxLength } && !text.AsSpan().ContainsAnyExcept(Allowed)
            ? new ProfileId(text)
            : new Refusal("profile-id-not-valid", "A profile's id is 1 to 40 letters a-z, digits and hyphens.");

    public override string ToString() => Value;
}
