namespace Koppla.Benchmarks.Search;

/// <summary>What people look for.</summary>
/// <param name="Texts">Taken in turns.</param>
internal sealed record SearchKind(string Name, params string[] Texts)
{
    public static readonly SearchKind[] All =
    [
        new("full first name", "anna", "lars", "karin", "åsa", "mikael"),
        new("three letters", "ann", "joh", "ber", "lin", "eri"),
        new("two words", "anna lindqvist", "erik berg", "lars sjöberg", "karin ek", "per nyström"),
        new("part of a number", "0410", "12 345", "465 2", "08-465 40", "+46 70 174 1"),
        new("department", "ekonomi", "inköp", "försäljning", "it", "kundtjänst"),
        new("no hit", "zlatan", "qvintus", "anna zlatan", "99 999", "xx"),
        new("one letter", "a", "l", "s", "m", "k"),
    ];
}
