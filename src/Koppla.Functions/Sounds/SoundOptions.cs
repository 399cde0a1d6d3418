using Koppla.Functions.Settings;

namespace Koppla.Functions.Sounds;

/// <summary>Where the sound files that organisations have uploaded lie: setting <c>Sounds:BaseAddress</c>. Without it there are none.</summary>
internal sealed class SoundOptions
{
    public const string Section = "Sounds";

    /// <summary>A folder with a folder for each organisation, such as a container of blobs that the provider may read.</summary>
    [ReachableAddress]
    public Uri? BaseAddress { get; init; }
}
