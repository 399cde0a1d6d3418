using System.Security.Cryptography;
using System.Text.Json;

namespace Koppla.Local.Node;

/// <summary>A folder with package.json and package-lock.json, and the name and hash that an installed copy of it goes by.</summary>
internal sealed record NodePackage(string Folder, string Name, string LockHash)
{
    private const string Manifest = "package.json";
    private const string LockFile = "package-lock.json";

    /// <summary>The files that an install needs.</summary>
    public static readonly IReadOnlyList<string> Files = [Manifest, LockFile];

    public string InstalledName => $"{Name}-{LockHash}";

    public static NodePackage Read(string folder)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, Manifest)));
        var hash = SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, LockFile)));
        return new(folder, manifest.RootElement.GetProperty("name").GetString()!, Convert.ToHexStringLower(hash)[..12]);
    }
}
