using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Koppla.Functions.Sounds;

internal static class SoundEndpoints
{
    public const string Ringback = "/sounds/ringback.wav";
    public const string HoldMusic = "/sounds/hold.wav";

    /// <summary>A sound changes with a release at most; who has kept it asks again after a day.</summary>
    private const string Kept = "public, max-age=86400";

    /// <summary>Sounds that the telephony provider fetches, which has no token of ours: open to everyone.</summary>
    public static void MapSounds(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Ringback, GetRingback).DisableRateLimiting();
        endpoints.MapGet(HoldMusic, GetHoldMusic).DisableRateLimiting();
    }

    private static FileContentHttpResult GetRingback(HttpResponse response) => Sound(response, RingingTone.Wave, RingingTone.Tag);

    private static FileContentHttpResult GetHoldMusic(HttpResponse response) => Sound(response, Sounds.HoldMusic.Wave, Sounds.HoldMusic.Tag);

    private static FileContentHttpResult Sound(HttpResponse response, byte[] wave, string tag)
    {
        response.Headers.CacheControl = Kept;
        return TypedResults.Bytes(wave, "audio/wav", enableRangeProcessing: true, entityTag: new EntityTagHeaderValue(tag));
    }
}
