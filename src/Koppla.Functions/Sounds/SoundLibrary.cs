using Koppla.Functions.Telephony;
using Koppla.Routing;
using Microsoft.Extensions.Options;

namespace Koppla.Functions.Sounds;

/// <summary>The addresses of the sounds that calls hear; the provider fetches them.</summary>
internal sealed class SoundLibrary(IOptions<CallbackOptions> callbacks, IOptions<SoundOptions> sounds)
{
    /// <summary>What a caller hears while a telephone rings.</summary>
    public Uri Ringback { get; } = callbacks.Value.AddressOf("api" + SoundEndpoints.Ringback);

    /// <summary>What somebody on hold hears.</summary>
    public Uri HoldMusic { get; } = callbacks.Value.AddressOf("api" + SoundEndpoints.HoldMusic);

    /// <summary>A spoken absence announcement that the organisation has uploaded.</summary>
    /// <param name="file">Its name alone, without a folder.</param>
    /// <returns>Null when there are no uploaded files, or when it is no name of a file.</returns>
    public Uri? Referral(OrganisationId organisation, string file) =>
        sounds.Value.BaseAddress is { } folder && IsName(file)
            ? new Uri($"{folder.AbsoluteUri.TrimEnd('/')}/{organisation}/{Uri.EscapeDataString(file)}")
            : null;

    /// <summary>A name of dots alone would be a way into another organisation's folder.</summary>
    private static bool IsName(string file) => file.AsSpan().Trim('.').Length > 0 && file.AsSpan().IndexOfAny('/', '\\') < 0;
}
