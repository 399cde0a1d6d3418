using System.Threading.RateLimiting;
using Koppla.Functions.Security;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Api.RateLimits;

/// <summary>
/// Token buckets of this instance: one for each person and one for each organisation, or, for who has no valid token, one for each
/// address. A stream counts once.
/// </summary>
internal static class RequestLimiter
{
    private static readonly object nobody = new();

    public static PartitionedRateLimiter<HttpContext> Create(RateLimitOptions limits) => PartitionedRateLimiter.CreateChained(
        Of(limits.PersonPerMinute, context => Person.From(context.User)),
        Of(limits.OrganisationPerMinute, context => Person.From(context.User)?.Organisation),
        Of(limits.AddressPerMinute, context => Person.From(context.User) is null ? ClientAddress.Of(context) : null));

    /// <param name="perMinute">The size of a bucket, which fills evenly.</param>
    /// <param name="key">Whose bucket it is; null: nobody's, and there is no limit.</param>
    private static PartitionedRateLimiter<HttpContext> Of(int perMinute, Func<HttpContext, object?> key) =>
        PartitionedRateLimiter.Create<HttpContext, object>(context => key(context) is { } whose
            ? RateLimitPartition.GetTokenBucketLimiter(whose, _ => Bucket(perMinute))
            : RateLimitPartition.GetNoLimiter<object>(nobody));

    private static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
    };
}
