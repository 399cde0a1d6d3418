using Koppla.Simulator;

namespace Koppla.Local.Stack;

/// <summary>How the parts are put together. Ports: 0 takes a free one.</summary>
internal sealed record LocalStackOptions
{
    public int AppPort { get; init; }

    public int SimulatorPort { get; init; }

    public int AzuritePort { get; init; }

    /// <summary>How the simulated provider behaves; its port is <see cref="SimulatorPort"/>.</summary>
    public SimulatorOptions Simulator { get; init; } = new();

    /// <summary>How Event Grid reaches the app.</summary>
    public DeliveryRoute Route { get; init; } = DeliveryRoute.Webhook;

    /// <summary>How often Event Grid tries to deliver an event; what is advised for calls is 2.</summary>
    public int MaxDeliveryAttempts { get; init; } = 2;

    /// <summary>How long Event Grid waits between tries.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Settings of the app beside those that connect the parts; they win.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Told what takes time.</summary>
    public Action<string> Progress { get; init; } = _ => { };
}
