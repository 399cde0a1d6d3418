namespace Koppla.Simulator.Faults;

/// <summary>Everything that shall go wrong.</summary>
public sealed class FaultPlan
{
    /// <summary>Deliveries of IncomingCall.</summary>
    public FaultList<DeliveryFault> EventGrid { get; } = new();

    /// <summary>Mid-call callbacks.</summary>
    public FaultList<DeliveryFault> Callbacks { get; } = new();

    /// <summary>REST commands.</summary>
    public FaultList<CommandFault> Commands { get; } = new();

    /// <summary>Play, Recognize and Hold.</summary>
    public FaultList<MediaFault> Media { get; } = new();

    /// <summary>After CallTransferFailed the original call is gone too: every operation on it is 400/8501, and no CallDisconnected comes.</summary>
    public bool FailedTransferLosesCall { get; set; }

    public CallbackTokenFault CallbackTokens { get; set; }

    /// <summary>Back to a world without faults.</summary>
    public void Clear()
    {
        EventGrid.Clear();
        Callbacks.Clear();
        Commands.Clear();
        Media.Clear();
        FailedTransferLosesCall = false;
        CallbackTokens = CallbackTokenFault.None;
    }
}
