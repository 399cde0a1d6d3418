namespace Koppla.Functions.SupervisedCalls;

/// <summary>Where a supervised call is.</summary>
internal enum Phase
{
    /// <summary>The answer is on its way; what comes first is decided already.</summary>
    Answering,

    /// <summary>The own device of the user who places the call rings.</summary>
    Placing,

    /// <summary>The caller hears ringback while somebody's devices ring.</summary>
    Ringing,

    /// <summary>The caller hears a referral.</summary>
    Referring,

    /// <summary>The caller has been given away after a referral, and the target rings.</summary>
    Transferring,

    /// <summary>The caller and somebody talk.</summary>
    Talking,

    /// <summary>An announced transfer: the target rings, the transferor hears ringback, the transferee music.</summary>
    TransferRinging,

    /// <summary>The transferor and the target talk, the transferee hears music.</summary>
    Consulting,

    /// <summary>The transferor has left; the target rings, the transferee hears music.</summary>
    DirectRinging,

    /// <summary>
    /// Somebody has answered a direct transfer, or a recall, and is asked to press a key, for it may be a voicemail; the transferee hears
    /// music.
    /// </summary>
    Confirming,

    /// <summary>The transferor is rung again, the transferee hears music.</summary>
    Recalling,

    /// <summary>Until the transferor is rung once more, the transferee hears music.</summary>
    RecallPause,

    /// <summary>Nobody is left to try: the caller hears so.</summary>
    Parting,

    /// <summary>We have hung up, and wait to be told that it is over.</summary>
    Ending,

    /// <summary>Over and recorded; kept a while, so that late and repeated events find it.</summary>
    Ended,
}
