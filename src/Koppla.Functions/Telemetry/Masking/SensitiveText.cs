using System.Text.RegularExpressions;

namespace Koppla.Functions.Telemetry.Masking;

/// <summary>
/// Takes out of a text what no signal may hold: telephone numbers in any spelling, identities of the provider's users, tokens and other
/// secrets, and what addresses say of people. Prefers to take too much: identifiers of ours with hyphens stay.
/// </summary>
internal static partial class SensitiveText
{
    public const string Mask = "***";

    private const int ShortestSensitive = 7;

    /// <summary>Milliseconds for one pattern.</summary>
    private const int Patience = 500;

    public static string Masked(string text)
    {
        try
        {
            return text.Length < ShortestSensitive ? text : Replaced(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return Mask; // nothing rather than too much
        }
    }

    private static string Replaced(string text)
    {
        var masked = Address().Replace(text, static match => MaskedAddress.Of(match.Value));
        masked = Identity().Replace(masked, "8:***");
        masked = Token().Replace(masked, Mask);
        masked = Secret().Replace(masked, Mask);
        masked = International().Replace(masked, Mask);
        masked = National().Replace(masked, Mask);
        return Digits().Replace(masked, Mask);
    }

    [GeneratedRegex("""https?://[^\s"<>]+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Address();

    /// <summary>Such as <c>8:acs:resource_user</c>, also as it is in an address.</summary>
    [GeneratedRegex("""8(?::|%3A)[a-z]+(?::|%3A)[0-9A-Za-z_-]+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Identity();

    /// <summary>A JSON object in base64: tokens, and the handles of ringing calls.</summary>
    [GeneratedRegex("""eyJ[0-9A-Za-z_+/=.-]+""", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Token();

    /// <summary>Our own secrets of 32 hexadecimal digits, and whatever is long and no word.</summary>
    [GeneratedRegex("""(?<![0-9A-Za-z])[0-9a-f]{32,}(?![0-9A-Za-z])|(?<![0-9A-Za-z_+=-])(?=[A-Za-z_+=-]*[0-9])[0-9A-Za-z_+=-]{40,}""", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Secret();

    [GeneratedRegex("""(?:\+|%2B)[0-9](?:[ ()-]{0,2}[0-9]){6,14}""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex International();

    /// <summary>As people in Sweden write it: <c>08-465 004 10</c>.</summary>
    [GeneratedRegex("""(?<![0-9A-Za-z.+-])0[0-9]{1,3}[ -][0-9]{2,3}(?:[ -]?[0-9]{2,3}){1,3}(?![0-9A-Za-z])""", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex National();

    /// <summary>The digits alone, as they are in keys of storage; not a group of a GUID, nor a part of a longer identifier.</summary>
    [GeneratedRegex("""(?<![0-9A-Za-z.])(?<![0-9A-Fa-f]{4}-)[0-9]{8,15}(?![0-9A-Za-z]|-[0-9A-Fa-f]{4}-|-[0-9A-Fa-f]{16})""", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Digits();
}
