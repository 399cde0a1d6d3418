using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Koppla.Standins.FunctionsWorker.Http;

/// <summary>The worker's own limit is Kestrel's (30 000 000 bytes unless the app raises it); the host allows no more than its own.</summary>
internal static class BodyLimits
{
    /// <summary>In bytes.</summary>
    public const long Host = 104_857_600;

    public static void Cap(KestrelServerOptions options) =>
        options.Limits.MaxRequestBodySize = Math.Min(options.Limits.MaxRequestBodySize ?? Host, Host);
}
