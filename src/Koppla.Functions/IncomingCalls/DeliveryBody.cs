using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.IncomingCalls;

/// <summary>Reads the body of a delivery, at most <see cref="MaxBytes"/> of it.</summary>
internal readonly record struct DeliveryBody(int Status, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The largest delivery of Event Grid: 1 MiB.</summary>
    public const int MaxBytes = 1024 * 1024;

    public static async Task<DeliveryBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        request.HttpContext.LimitBody(MaxBytes);
        try
        {
            using var buffer = new MemoryStream((int)Math.Min(request.ContentLength ?? 4096, MaxBytes));
            await request.Body.CopyToAsync(buffer, cancellationToken);
            return new DeliveryBody(StatusCodes.Status200OK, buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
        }
        catch (BadHttpRequestException refused)
        {
            return new DeliveryBody(refused.StatusCode, default);
        }
    }
}
