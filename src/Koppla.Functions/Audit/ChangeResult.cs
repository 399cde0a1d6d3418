namespace Koppla.Functions.Audit;

/// <summary>What became of one change among many.</summary>
internal enum ChangeResult
{
    Made,
    NotMade,

    /// <summary>Storage did not say; the journal keeps it until that is known.</summary>
    Unknown,
}
