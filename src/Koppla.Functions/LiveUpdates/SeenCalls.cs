using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using Koppla.Functions.Calls;

namespace Koppla.Functions.LiveUpdates;

/// <summary>
/// What a client has seen: the version of each call. It travels in the ids of events and comes back as <c>Last-Event-ID</c>, so that
/// any instance can tell what differs, after any time.
/// </summary>
internal sealed class SeenCalls
{
    public static readonly SeenCalls None = new(ImmutableSortedDictionary.Create<string, CallVersion>(StringComparer.Ordinal));

    /// <summary>More than anybody has within ten minutes; an id of so many has 1880 characters, and a header must not grow for ever.</summary>
    public const int MostInId = 64;

    private const byte Form = 1;
    private const int TimeDigits = 19;
    private const ulong TimeLimit = 10_000_000_000_000_000_000;
    private const int EntrySize = 8 + 8 + CallVersion.Size;
    private const int MostBytes = 1 + (MostInId * EntrySize);
    private const int MostCharacters = ((MostBytes * 4) + 2) / 3;

    /// <summary>Ordered by the calls' ids, so the newest first.</summary>
    private readonly ImmutableSortedDictionary<string, CallVersion> versions;

    private SeenCalls(ImmutableSortedDictionary<string, CallVersion> versions) => this.versions = versions;

    public IEnumerable<string> Ids => versions.Keys;

    public SeenCalls With(string call, CallVersion version) => new(versions.SetItem(call, version));

    public SeenCalls Without(string call) => new(versions.Remove(call));

    public bool Has(string call, CallVersion version) => versions.TryGetValue(call, out var seen) && seen == version;

    /// <summary>When there are too many, the oldest that are over are left out, and told of again to who comes back.</summary>
    public string ToEventId()
    {
        var named = versions.OrderBy(each => each.Value.IsOver).Take(MostInId).OrderBy(each => each.Key, StringComparer.Ordinal).ToArray();
        var bytes = new byte[1 + (named.Length * EntrySize)];
        bytes[0] = Form;
        foreach (var (index, (call, version)) in named.Index())
        {
            Write(bytes.AsSpan(1 + (index * EntrySize), EntrySize), call, version);
        }

        return Base64Url.EncodeToString(bytes);
    }

    /// <returns><see cref="None"/> for what is not one of ours: the client is told everything anew.</returns>
    public static SeenCalls Read(string? eventId)
    {
        Span<byte> buffer = stackalloc byte[MostBytes];
        if (eventId is null || eventId.Length > MostCharacters
            || !Base64Url.IsValid(eventId) || !Base64Url.TryDecodeFromChars(eventId, buffer, out var length)
            || length == 0 || buffer[0] != Form || (length - 1) % EntrySize != 0)
        {
            return None;
        }

        var read = None.versions.ToBuilder();
        for (var entry = buffer[1..length]; !entry.IsEmpty; entry = entry[EntrySize..])
        {
            if (CallOf(entry) is not { } call || !read.TryAdd(call, VersionOf(entry)))
            {
                return None;
            }
        }

        return new SeenCalls(read.ToImmutable());
    }

    private static void Write(Span<byte> entry, string call, CallVersion version)
    {
        BinaryPrimitives.WriteUInt64BigEndian(entry, ulong.Parse(call.AsSpan(0, TimeDigits), NumberStyles.None, CultureInfo.InvariantCulture));
        BinaryPrimitives.WriteUInt64BigEndian(
            entry[8..], ulong.Parse(call.AsSpan(TimeDigits + 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        Span<byte> bits = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bits, version.Bits);
        bits[^CallVersion.Size..].CopyTo(entry[16..]);
    }

    /// <summary>The call's id, whose form is that of <see cref="CallRecord.IsId"/>.</summary>
    private static string? CallOf(ReadOnlySpan<byte> entry)
    {
        var time = BinaryPrimitives.ReadUInt64BigEndian(entry);
        return time < TimeLimit
            ? string.Create(CultureInfo.InvariantCulture, $"{time:D19}-{BinaryPrimitives.ReadUInt64BigEndian(entry[8..]):x16}")
            : null;
    }

    private static CallVersion VersionOf(ReadOnlySpan<byte> entry)
    {
        Span<byte> bits = stackalloc byte[8];
        bits.Clear();
        entry[16..EntrySize].CopyTo(bits[^CallVersion.Size..]);
        return new CallVersion(BinaryPrimitives.ReadInt64BigEndian(bits));
    }
}
