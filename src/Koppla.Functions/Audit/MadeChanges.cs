namespace Koppla.Functions.Audit;

/// <summary>Finds out which of the changes in the journal were made.</summary>
internal static class MadeChanges
{
    /// <summary>
    /// A change was made when its object carries its id, or when another change was begun after it: who began that has seen it. A removal
    /// leaves nothing that could carry an id, so it was made when the object is gone, or has been made anew since, unless another change
    /// took its place.
    /// </summary>
    /// <param name="begun">All of one object, in any order.</param>
    /// <param name="carried">The id that the object carries; null: it carries none, or is gone.</param>
    /// <param name="exists">Whether the object is there.</param>
    /// <param name="known">Changes of the same object from the audit log.</param>
    public static HashSet<string> Among(IReadOnlyList<Change> begun, string? carried, bool exists, IReadOnlyList<Change> known)
    {
        Change[] all = [.. begun, .. known.Where(change => change.Refused is null)];
        var seen = all.Select(change => change.Predecessor).Append(carried).OfType<string>();
        var made = all.Skip(begun.Count).Select(change => change.Id).Concat(seen).ToHashSet(StringComparer.Ordinal);
        foreach (var removal in begun.Where(change => change.After is null))
        {
            if ((!exists || IsMadeAnewSince(removal)) && !IsOvertaken(removal))
            {
                made.Add(removal.Id);
            }
        }

        made.IntersectWith(begun.Select(change => change.Id));
        return made;

        bool IsMadeAnewSince(Change removal) =>
            all.Any(later => later.Before is null && later.At > removal.At && made.Contains(later.Id));

        // Of two removals of the same version one was refused; which one cannot be told, and either tells the truth about the object.
        bool IsOvertaken(Change removal) => all.Any(other => other.Id != removal.Id
            && other.Before is not null
            && other.Predecessor == removal.Predecessor
            && made.Contains(other.Id));
    }
}
