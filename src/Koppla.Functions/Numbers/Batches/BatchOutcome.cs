namespace Koppla.Functions.Numbers.Batches;

/// <summary>What became of one number among many.</summary>
internal enum BatchOutcome
{
    /// <summary>The organisation has it now.</summary>
    Created,
    Changed,

    /// <summary>It was as it should be.</summary>
    Unchanged,

    /// <summary>Nothing was done to it.</summary>
    Refused,
}
