using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Storage;

namespace Koppla.Functions.Audit;

/// <summary>
/// Makes changes that follow from a change in other objects. They go the way of every change: written down, made, told; only that
/// nothing follows from them.
/// </summary>
internal sealed class FollowingChanges(Tables tables, ChangeTelling telling)
{
    /// <summary>
    /// The same author's, at the same time. Its id is made of the change that it follows from and of what it is made to, so that the same
    /// thing done again is the same entry, and another thing is another.
    /// </summary>
    public static Change Of(
        Change because, string action, AuditedObject about, string before, string after, string? predecessor) => because with
    {
        Id = ChangeId.Following(because.Id, $"{about} {predecessor}"),
        Action = action,
        Object = about,
        Before = before,
        After = after,
        Predecessor = predecessor,
    };

    /// <param name="make">The conditional write; null says that somebody else was first.</param>
    public async Task MakeAsync(Change following, Func<CancellationToken, Task<ETag?>> make, CancellationToken cancellationToken)
    {
        await tables.Journal.UpsertEntityAsync(JournalRow.Begun(following).ToEntity(), TableUpdateMode.Replace, cancellationToken);
        await (await make(cancellationToken) is null
            ? telling.ForgetAsync([following], cancellationToken)
            : telling.TellAsync([following], cancellationToken));
    }
}
