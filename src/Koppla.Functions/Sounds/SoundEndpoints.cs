using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Koppla.Functions.Sounds;

internal static class SoundEndpoints
{
    public const string Ringback = "/sounds/ringback.wav";

    /// <summary>The tone changes with a release at most; who has kept it asks again after a day.</summary>
    private const string Kept = "public, max-age=86400";

    /// <summary>Sounds that the telephony provider fetches, which has no token of ours: open to everyone.</summary>
    public static void MapSounds(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Ringback, GetRingback);

    private static FileContentHttpResult GetRingback(HttpResponse response)
    {
        response.Headers.CacheControl = Kept;
        return TypedResults.Bytes(
            RingingTone.Wave, "audio/wav", enableRangeProcessing: true, entityTag: new EntityTagHeaderValue(RingingTone.Tag));
    }
}
