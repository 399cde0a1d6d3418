using Koppla.Functions.Api;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.ChangeEvents;

/// <summary>What can be wrong with a request about a webhook.</summary>
internal static class WebhookProblems
{
    public static readonly Problem NotFound = new(
        StatusCodes.Status404NotFound, "webhook-not-found", "The organisation has no webhook.");

    public static readonly Problem NotEnabled = new(
        StatusCodes.Status409Conflict, "webhook-not-enabled", "The organisation has no webhook that is enabled.");

    public static readonly Problem TooManySecrets = new(
        StatusCodes.Status409Conflict,
        "too-many-secrets",
        "The secret was replaced too often. Those before it still sign; wait until the oldest does not any more.");

    public static readonly Problem DeadLetterNotFound = new(
        StatusCodes.Status404NotFound, "dead-letter-not-found", "The organisation has no such dead letter.", "letter");
}
