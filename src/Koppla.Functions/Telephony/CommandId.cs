using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Koppla.Functions.Telephony;

/// <summary>
/// Names a command by what it is for, so that a repeated event repeats the same command and the provider
/// answers it again instead of doing it again.
/// </summary>
internal readonly record struct CommandId(Guid Value)
{
    /// <param name="handle">The handle of the call.</param>
    /// <param name="step">Which command for this call: 0 for the first.</param>
    public static CommandId For(string handle, int step)
    {
        var size = Encoding.UTF8.GetMaxByteCount(handle.Length) + sizeof(int);
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        var length = Encoding.UTF8.GetBytes(handle, buffer);
        BitConverter.TryWriteBytes(buffer.AsSpan(length), step);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.AsSpan(0, length + sizeof(int)), hash);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);

        // RFC 9562 version 8 (custom) with its variant, over the first 16 bytes of the hash.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new CommandId(new Guid(hash[..16], bigEndian: true));
    }
}
