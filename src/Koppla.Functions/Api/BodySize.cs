using Microsoft.AspNetCore.Http.Metadata;

namespace Koppla.Functions.Api;

/// <summary>Metadata of an endpoint: how large a body it takes. Routing sets the server's limit by it, before the body is read.</summary>
internal sealed record BodySize(long Bytes) : IRequestSizeLimitMetadata
{
    /// <summary>In bytes, where an endpoint says nothing else.</summary>
    public const long Default = 64 * 1024;

    long? IRequestSizeLimitMetadata.MaxRequestBodySize => Bytes;
}
