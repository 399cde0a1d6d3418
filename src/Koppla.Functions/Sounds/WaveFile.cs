using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Koppla.Functions.Sounds;

/// <summary>A WAV file of the one kind that the provider plays: mono, 16 bits, 16 kHz, uncompressed.</summary>
internal static class WaveFile
{
    /// <summary>Samples a second.</summary>
    public const int SampleRate = 16_000;

    private const int HeaderBytes = 44;
    private const int FormatBytes = 16;
    private const short Uncompressed = 1;
    private const short Channels = 1;
    private const short SampleBytes = sizeof(short);

    public static byte[] Of(ReadOnlySpan<short> samples)
    {
        var file = new byte[HeaderBytes + (samples.Length * SampleBytes)];
        WriteHeader(file);
        for (var at = 0; at < samples.Length; at++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(HeaderBytes + (at * SampleBytes)), samples[at]);
        }

        return file;
    }

    /// <summary>Its entity tag, with the quotes.</summary>
    public static string TagOf(byte[] file) => $"\"{Convert.ToHexStringLower(SHA256.HashData(file).AsSpan(0, 8))}\"";

    /// <summary>How loud a tone is near its beginning or end: a raised cosine, 0 at the edge itself, 1 from <paramref name="width"/> on.</summary>
    /// <param name="distance">Samples from the edge.</param>
    public static double Edge(int distance, int width) => distance >= width ? 1 : (1 - Math.Cos(Math.PI * distance / width)) / 2;

    private static void WriteHeader(Span<byte> file)
    {
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file[4..], file.Length - 8);
        "WAVE"u8.CopyTo(file[8..]);
        "fmt "u8.CopyTo(file[12..]);
        BinaryPrimitives.WriteInt32LittleEndian(file[16..], FormatBytes);
        BinaryPrimitives.WriteInt16LittleEndian(file[20..], Uncompressed);
        BinaryPrimitives.WriteInt16LittleEndian(file[22..], Channels);
        BinaryPrimitives.WriteInt32LittleEndian(file[24..], SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(file[28..], SampleRate * Channels * SampleBytes);
        BinaryPrimitives.WriteInt16LittleEndian(file[32..], Channels * SampleBytes);
        BinaryPrimitives.WriteInt16LittleEndian(file[34..], SampleBytes * 8);
        "data"u8.CopyTo(file[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(file[40..], file.Length - HeaderBytes);
    }
}
