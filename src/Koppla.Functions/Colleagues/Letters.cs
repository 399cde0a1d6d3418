namespace Koppla.Functions.Colleagues;

/// <summary>
/// Latin letters and what is beside them. A table of our own, for the app runs without culture data, and then the runtime neither
/// takes letters apart nor puts them together. Other scripts stay as they are.
/// </summary>
internal static class Letters
{
    /// <summary>What is typed by those who can't type the letter, or don't care: <c>å</c> is <c>a</c>, <c>æ</c> is <c>ae</c>.</summary>
    /// <param name="letter">In lower case.</param>
    public static string? Plain(char letter) => letter switch
    {
        >= 'a' and <= 'z' => null,
        'à' or 'á' or 'â' or 'ã' or 'ä' or 'å' or 'ā' or 'ă' or 'ą' or 'ǎ' => "a",
        'æ' or 'ǽ' => "ae",
        'ç' or 'ć' or 'ĉ' or 'ċ' or 'č' => "c",
        'ď' or 'đ' or 'ð' => "d",
        'è' or 'é' or 'ê' or 'ë' or 'ē' or 'ĕ' or 'ė' or 'ę' or 'ě' => "e",
        'ĝ' or 'ğ' or 'ġ' or 'ģ' => "g",
        'ĥ' or 'ħ' => "h",
        'ì' or 'í' or 'î' or 'ï' or 'ĩ' or 'ī' or 'ĭ' or 'į' or 'ı' or 'İ' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' or 'ļ' or 'ľ' or 'ŀ' or 'ł' => "l",
        'ñ' or 'ń' or 'ņ' or 'ň' => "n",
        'ò' or 'ó' or 'ô' or 'õ' or 'ö' or 'ø' or 'ō' or 'ŏ' or 'ő' or 'ǒ' => "o",
        'œ' => "oe",
        'ŕ' or 'ŗ' or 'ř' => "r",
        'ś' or 'ŝ' or 'ş' or 'š' or 'ș' => "s",
        'ß' => "ss",
        'ţ' or 'ť' or 'ŧ' or 'ț' => "t",
        'þ' => "th",
        'ù' or 'ú' or 'û' or 'ü' or 'ũ' or 'ū' or 'ŭ' or 'ů' or 'ű' or 'ų' => "u",
        'ŵ' => "w",
        'ý' or 'ÿ' or 'ŷ' => "y",
        'ź' or 'ż' or 'ž' => "z",
        _ => null,
    };

    /// <summary>The letters that Swedes tell apart, from the two characters that some systems write them with.</summary>
    /// <param name="letter">In lower case.</param>
    /// <returns>Null: the mark makes no other letter.</returns>
    public static char? Composed(char letter, char mark) => (letter, mark) switch
    {
        ('a', '\u030A') => 'å',
        ('a', '\u0308') => 'ä',
        ('o', '\u0308') => 'ö',
        ('u', '\u0308') => 'ü',
        ('e', '\u0301') => 'é',
        _ => null,
    };
}
