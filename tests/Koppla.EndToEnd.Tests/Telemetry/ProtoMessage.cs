using System.Text;

namespace Koppla.EndToEnd.Tests.Telemetry;

/// <summary>The fields of a protobuf message that have a length: texts, bytes and messages. Numbers are skipped.</summary>
internal sealed class ProtoMessage
{
    private readonly List<(int Field, ReadOnlyMemory<byte> Value)> fields = [];

    public static ProtoMessage Read(ReadOnlyMemory<byte> bytes)
    {
        var message = new ProtoMessage();
        var at = 0;
        while (at < bytes.Length)
        {
            var key = (int)Number(bytes.Span, ref at);
            switch (key & 7)
            {
                case 0:
                    Number(bytes.Span, ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 2:
                    var length = (int)Number(bytes.Span, ref at);
                    message.fields.Add((key >> 3, bytes.Slice(at, length)));
                    at += length;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException("No protobuf.");
            }
        }

        return message;
    }

    public IEnumerable<ProtoMessage> Messages(int field) => fields.Where(each => each.Field == field).Select(each => Read(each.Value));

    public string? Text(int field) => Bytes(field) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;

    /// <returns>Null when it is missing or empty.</returns>
    public string? Hex(int field) => Bytes(field) is { Length: > 0 } bytes ? Convert.ToHexStringLower(bytes.Span) : null;

    private ReadOnlyMemory<byte>? Bytes(int field) =>
        fields.FindIndex(each => each.Field == field) is var at and >= 0 ? fields[at].Value : null;

    private static ulong Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }
    }
}
