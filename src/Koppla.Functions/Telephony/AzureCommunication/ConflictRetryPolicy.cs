using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Koppla.Functions.Telephony.AzureCommunication;

/// <summary>
/// The usual retries, and one more reason: 409 says that another action on the same call is in progress (8519), and the same command
/// may well be taken a moment later. Two events of a call that are handled at the same moment meet so.
/// </summary>
internal sealed class ConflictRetryPolicy(int maxRetries, DelayStrategy delays) : RetryPolicy(maxRetries, delays)
{
    private readonly int limit = maxRetries;

    protected override bool ShouldRetry(HttpMessage message, Exception? exception) =>
        base.ShouldRetry(message, exception) || IsConflict(message);

    protected override async ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        await base.ShouldRetryAsync(message, exception) || IsConflict(message);

    private bool IsConflict(HttpMessage message) =>
        message is { HasResponse: true, Response.Status: (int)HttpStatusCode.Conflict } && message.ProcessingContext.RetryNumber < limit;
}
