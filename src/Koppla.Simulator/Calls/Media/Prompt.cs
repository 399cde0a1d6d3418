namespace Koppla.Simulator.Calls.Media;

/// <summary>One source to play: how long it lasts unscaled, and what is wrong with it.</summary>
/// <param name="What">As the timeline tells it.</param>
/// <param name="SubCode">Null, or the sub-code of its failure (8582: nothing to say).</param>
internal sealed record Prompt(TimeSpan Length, string What, int? SubCode = null)
{
    private static readonly TimeSpan Word = TimeSpan.FromMilliseconds(60);

    public static Prompt File(string? uri, SimulatorOptions options) => new(options.FileLength, $"the sound {uri}");

    /// <summary>60 ms a word; markup does not count.</summary>
    public static Prompt Speech(string? text)
    {
        var words = 0;
        var inTag = false;
        var inWord = false;
        foreach (var character in text ?? "")
        {
            inTag = character == '<' || (inTag && character != '>');
            var speaks = !inTag && character != '>' && !char.IsWhiteSpace(character);
            if (speaks && !inWord)
                words++;
            inWord = speaks;
        }

        return words == 0 ? new(TimeSpan.Zero, "nothing", 8582) : new(words * Word, $"\"{text}\"");
    }
}
