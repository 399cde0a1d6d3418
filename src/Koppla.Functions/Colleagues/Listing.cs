using System.Collections.Immutable;
using Koppla.Routing;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Colleagues;

/// <summary>
/// What a user is found by. It never changes: a user whose name, department or numbers change gets a new listing, and the user's
/// entity says which one counts.
/// </summary>
/// <param name="Id">Of one writing of the user; nobody makes the same again.</param>
/// <param name="Spellings">Of the numbers, in digits.</param>
internal sealed record Listing(string Id, UserId User, string Name, string? Department, ImmutableArray<string> Spellings)
{
    public ImmutableArray<Word> NameWords { get; } = Word.AllOf(Name);

    public ImmutableArray<Word> DepartmentWords { get; } = Word.AllOf(Department);

    /// <summary>A user is found by every beginning of each of these.</summary>
    public IEnumerable<string> Terms => NameWords
        .Concat(DepartmentWords)
        .Select(word => word.Folded)
        .Concat(Spellings.SelectMany(NumberParts.EndingsOf))
        .Distinct(StringComparer.Ordinal);

    public static Listing Of(User user, string id) =>
        new(id, user.Id, user.Name, user.Department, [.. user.Numbers.SelectMany(NumberParts.SpellingsOf)]);

    /// <summary>Whether both are found by the same.</summary>
    public static bool IsSame(User one, User other) =>
        one.Name == other.Name && one.Department == other.Department && one.Numbers.SequenceEqual(other.Numbers);
}
