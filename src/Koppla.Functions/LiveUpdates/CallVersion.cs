using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Koppla.Functions.LiveUpdates;

/// <summary>Which state of a call a client has seen: 47 bits of a hash of what it was sent, and whether the call was over.</summary>
internal readonly record struct CallVersion(long Bits)
{
    /// <summary>Bytes in an event's id.</summary>
    public const int Size = 6;

    /// <summary>Such a call changes no more, for the one who saw it.</summary>
    public bool IsOver => (Bits & 1) == 1;

    public static CallVersion Of(string json, bool isOver)
    {
        var hash = BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        return new((hash >>> (64 - (8 * Size)) & ~1L) | (isOver ? 1L : 0L));
    }
}
