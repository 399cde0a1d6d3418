namespace Koppla.Functions.Transfers;

/// <summary>Where a transfer is. The last four are final.</summary>
internal enum TransferState
{
    /// <summary>Announced: the target rings, the transferor waits, the transferee hears music.</summary>
    Ringing,

    /// <summary>Announced: the transferor and the target talk, the transferee hears music.</summary>
    Consulting,

    /// <summary>The transferor has left, the target rings, the transferee hears music.</summary>
    Direct,

    /// <summary>The target did not take the call: the transferor is rung again.</summary>
    Recalling,

    /// <summary>The transferee and the target talk.</summary>
    Completed,

    /// <summary>Taken back: the transferor and the transferee talk again.</summary>
    Cancelled,

    /// <summary>The transferee hung up.</summary>
    Abandoned,

    /// <summary>The target did not take the call. See the reason, and the call for what became of it.</summary>
    Failed,
}
