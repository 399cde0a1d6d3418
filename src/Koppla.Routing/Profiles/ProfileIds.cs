using System.Text;

namespace Koppla.Routing.Profiles;

/// <summary>Makes ids of names.</summary>
public static class ProfileIds
{
    private const string Nameless = "profil";

    /// <summary>An id that reads like the name and is not taken: <c>Gått för dagen</c> becomes <c>gatt-for-dagen</c>, the next one <c>gatt-for-dagen-2</c>.</summary>
    public static ProfileId From(string name, IReadOnlyCollection<ProfileId> taken)
    {
        var slug = SlugOf(name);
        var id = Shortened(slug, "");
        for (var i = 2; taken.Contains(id); i++)
        {
            id = Shortened(slug, $"-{i}");
        }

        return id;
    }

    private static ProfileId Shortened(string slug, string ending) =>
        ProfileId.Parse(slug[..Math.Min(slug.Length, ProfileId.MaxLength - ending.Length)].TrimEnd('-') + ending).Value;

    /// <summary>What has no letter of its own becomes a hyphen, never two in a row and none at an end.</summary>
    private static string SlugOf(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (Plain(letter) is { } plain)
            {
                slug.Append(plain);
            }
            else if (slug.Length > 0 && slug[^1] != '-' && !IsCombining(letter))
            {
                slug.Append('-');
            }
        }

        var trimmed = slug.ToString().TrimEnd('-');
        return trimmed.Length == 0 ? Nameless : trimmed;
    }

    private static char? Plain(char letter) => char.ToLowerInvariant(letter) switch
    {
        'å' or 'ä' => 'a',
        'ö' => 'o',
        'é' => 'e',
        var other when char.IsAsciiLetterLower(other) || char.IsAsciiDigit(other) => other,
        _ => null,
    };

    /// <summary>Some keyboards write å as an a and a ring: the ring alone is nothing.</summary>
    private static bool IsCombining(char letter) => letter is >= '\u0300' and <= '\u036F';
}
