namespace Koppla.Functions.Transfers;

/// <summary>How an ongoing call is transferred.</summary>
internal enum TransferMode
{
    /// <summary>The transferor leaves at once, and can't take the call back (unattended).</summary>
    Direct,

    /// <summary>The transferor speaks with the target first, and can take the call back until then (attended).</summary>
    Announced,
}
