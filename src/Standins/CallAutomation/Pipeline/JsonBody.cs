using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Core;

namespace Azure.Communication.CallAutomation;

/// <summary>A request body that is written once and then sent, and signed, from the same bytes on every attempt.</summary>
internal sealed class JsonBody : RequestContent
{
    // Escaping for HTML would turn each + of a telephone number into six bytes.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Writing never awaits, so a buffer of the thread can be used again and again.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? s_buffer;

    private readonly byte[] _bytes;

    private JsonBody(byte[] bytes) => _bytes = bytes;

    public ReadOnlyMemory<byte> Bytes => _bytes;

    public static JsonBody Of(IRequestBody body)
    {
        var buffer = s_buffer ??= new ArrayBufferWriter<byte>(1024);
        buffer.ResetWrittenCount();
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        body.Write(json);
        json.WriteEndObject();
        json.Flush();
        return new JsonBody(buffer.WrittenSpan.ToArray());
    }

    public override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }

    public override void WriteTo(Stream stream, CancellationToken cancellation) => stream.Write(_bytes);

    public override Task WriteToAsync(Stream stream, CancellationToken cancellation) => stream.WriteAsync(_bytes, cancellation).AsTask();

    public override void Dispose()
    {
    }
}
