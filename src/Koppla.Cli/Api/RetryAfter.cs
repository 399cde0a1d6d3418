namespace Koppla.Cli.Api;

/// <summary>The header <c>Retry-After</c>.</summary>
internal static class RetryAfter
{
    /// <returns>Never negative; null: the answer does not say.</returns>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
