namespace Koppla.Functions.Colleagues;

/// <summary>Where a page of a search ends.</summary>
/// <param name="Row">The key of the last row before those that are being ranked; empty: none.</param>
/// <param name="Rank">The rank of the last of them that was taken; empty: none.</param>
internal sealed record SearchPosition(string Row, string Rank)
{
    private const char Separator = '\t';

    public static readonly SearchPosition Start = new("", "");

    /// <returns>Null: it is no position of this search.</returns>
    public static SearchPosition? Parse(string text, string beginning) => text.Split(Separator) switch
    {
        [""] => Start,
        ["", { Length: > 0 } rank] => new("", rank),
        [var row, var rank] when row.StartsWith(beginning, StringComparison.Ordinal) && !row.Any(char.IsControl) => new(row, rank),
        _ => null,
    };

    public override string ToString() => $"{Row}{Separator}{Rank}";
}
