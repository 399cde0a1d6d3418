using System.ComponentModel.DataAnnotations;

namespace Koppla.Functions.Api.RateLimits;

/// <summary>How many requests an instance takes, a minute: settings <c>RateLimits:...</c>. All of a minute's may come at once.</summary>
internal sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    private const string Expected = "{0} must be a whole number from {1} to {2}.";

    [Range(1, 1_000_000, ErrorMessage = Expected)]
    public int PersonPerMinute { get; init; } = 600;

    [Range(1, 1_000_000, ErrorMessage = Expected)]
    public int OrganisationPerMinute { get; init; } = 6000;

    /// <summary>From one address, without a valid token.</summary>
    [Range(1, 1_000_000, ErrorMessage = Expected)]
    public int AddressPerMinute { get; init; } = 1200;
}
