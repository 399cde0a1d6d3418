using System.Text;

namespace Koppla.Functions.Colleagues;

/// <summary>
/// Keys whose ordinal order is that of the Swedish alphabet: å, ä and ö are letters after z, æ and ø count as ä and ö, ü as y;
/// other letters as they are typed plainly.
/// </summary>
internal static class SwedishOrder
{
    public static string KeyOf(IEnumerable<Word> words)
    {
        var key = new StringBuilder();
        foreach (var word in words)
        {
            _ = key.Length == 0 ? key : key.Append(' ');
            foreach (var letter in word.Exact)
            {
                key.Append(KeyOf(letter));
            }
        }

        return key.ToString();
    }

    // The three characters after z.
    private static string KeyOf(char letter) => letter switch
    {
        'å' => "{",
        'ä' or 'æ' => "|",
        'ö' or 'ø' => "}",
        'ü' => "y",
        _ => Letters.Plain(letter) ?? letter.ToString(),
    };
}
