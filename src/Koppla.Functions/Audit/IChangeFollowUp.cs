namespace Koppla.Functions.Audit;

/// <summary>What else must be done when something has been changed: copies, lists, what belongs to it in other partitions.</summary>
internal interface IChangeFollowUp
{
    /// <summary>May be asked for again, also long after. It goes by what is stored now, not by what the changes say it was.</summary>
    /// <param name="changes">Of one organisation, each made.</param>
    public Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken);
}
