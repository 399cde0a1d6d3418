namespace Koppla.Functions.Audit;

/// <summary>Finds out which of the changes in the journal were made.</summary>
internal static class MadeChanges
{
    /// <summary>
    /// A change was made when its object carries its id, or when a change that came after it was. A removal leaves nothing that could
    /// carry an id, so it was made when the object is gone, or has been made anew since.
    /// </summary>
    /// <param name="begun">All of one object, in any order.</param>
    /// <param name="carried">The id that the object carries; null: it carries none, or is gone.</param>
    /// <param name="exists">Whether the object is there.</param>
    /// <param name="known">Changes of the same object that were made, from the audit log.</param>
    public static HashSet<string> Among(IReadOnlyList<Change> begun, string? carried, bool exists, IReadOnlyList<Change> known)
    {
        var made = known.Select(change => change.Id).ToHashSet(StringComparer.Ordinal);
        made.UnionWith(begun.Where(change => change.Id == carried).Select(change => change.Id));
        Change[] all = [.. begun, .. known];
        bool grew;
        do
        {
            grew = false;
            foreach (var change in begun)
            {
                if (!made.Contains(change.Id) && (IsSucceeded(change) || IsRemoval(change)))
                {
                    grew = made.Add(change.Id);
                }
            }
        }
        while (grew);

        made.IntersectWith(begun.Select(change => change.Id));
        return made;

        bool IsSucceeded(Change change) => all.Any(later => later.Predecessor == change.Id && made.Contains(later.Id));

        // Of two removals of the same version one was refused; which one cannot be told, and either tells the truth about the object.
        bool IsRemoval(Change change) => change.After is null
            && (!exists || all.Any(later => later.Before is null && later.At > change.At && made.Contains(later.Id)))
            && !all.Any(other => other.Id != change.Id && other.After is null && other.Predecessor == change.Predecessor && made.Contains(other.Id));
    }
}
