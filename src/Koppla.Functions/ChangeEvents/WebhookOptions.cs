namespace Koppla.Functions.ChangeEvents;

/// <summary>Which receivers webhooks may have: setting <c>Webhooks:AllowLoopback</c>.</summary>
internal sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>True: also this machine, and without TLS. For local runs and tests.</summary>
    public bool AllowLoopback { get; init; }
}
