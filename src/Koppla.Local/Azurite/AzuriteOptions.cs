using Koppla.Local.Node;

namespace Koppla.Local.Azurite;

internal sealed record AzuriteOptions
{
    /// <summary>The loopback port of the table service, 0 (any free one) to 65535.</summary>
    public int Port { get; init; }

    /// <summary>Where npm packages are installed.</summary>
    public string PackageRoot { get; init; } = NodePackages.DefaultRoot;

    /// <summary>Told what takes time, such as the first install.</summary>
    public Action<string> Progress { get; init; } = _ => { };

    /// <summary>How long Azurite may take from its start until it listens.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromSeconds(60);
}
