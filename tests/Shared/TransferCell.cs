using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Koppla.Tests;

/// <summary>
/// One cell of the table of transfers: what happens in a state, and what is so afterwards. Parties are told by their letters: A is
/// transferred by B to C.
/// </summary>
/// <param name="State">Where the transfer is.</param>
/// <param name="Becomes">The state of the transfer afterwards.</param>
internal sealed record TransferCell(string State, Happening Happens, string Becomes)
{
    /// <summary>Why it did not go as asked.</summary>
    public string? Reason { get; init; }

    /// <summary>How the API refuses what was asked for.</summary>
    public string? Refusal { get; init; }

    /// <summary>Who hear each other, or wait for it.</summary>
    public string Talk { get; init; } = "";

    /// <summary>Who hears music.</summary>
    public string Held { get; init; } = "";

    public string Rings { get; init; } = "";

    /// <summary>What is done then, so that two talk, or the call is over.</summary>
    public ImmutableArray<Happening> Then { get; init; } = [];

    /// <summary>Where the transfer is when all is over.</summary>
    public string Final => Then.IsEmpty ? Becomes : Finally;

    public string Finally { get; init; } = "";

    /// <summary>Who talk at last; nobody when the call ends by itself.</summary>
    public string AtLast { get; init; } = "";

    /// <summary>Whom the record names.</summary>
    public required char Recorded { get; init; }

    public bool IsOver => (Talk, Held, Rings) == ("", "", "");

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{State}: {Words(Happens)}");

    public override string ToString() => Name;

    private static string Words(Happening happening)
    {
        var words = new StringBuilder();
        foreach (var letter in happening.ToString())
        {
            words.Append(char.IsUpper(letter) && words.Length > 0 ? $" {char.ToLowerInvariant(letter)}" : letter);
        }

        return words.ToString();
    }
}
