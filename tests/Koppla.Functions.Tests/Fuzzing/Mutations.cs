using System.Text;
using CsCheck;

namespace Koppla.Functions.Tests.Fuzzing;

/// <summary>Real documents with something wrong: bytes that are lost, doubled or odd, and values of other types, sizes and depths.</summary>
internal static class Mutations
{
    private static readonly string[] Values =
    [
        "null", "true", "-1", "0", "1e999", "1.5", "99999999999999999999", "NaN", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "\" \"", "\"'; --\"", "\"../..\"",
        "\"\u202E\u0661\u0662\"", "\"" + new string('9', 400) + "\"", "[]", "{}", "[null]", "[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]", "{\"a\":{\"a\":1}}", "\"__proto__\"",
    ];

    private static readonly Gen<byte[]> Bytes = Gen.Byte.Array[1, 6];

    public static Gen<byte[]> Of(string document)
    {
        var original = Encoding.UTF8.GetBytes(document);
        var mutation = Gen.OneOf(
            Gen.Select(Position, Gen.Int[1, 12]).Select((at, count) => (Func<byte[], byte[]>)(bytes => Cut(bytes, at, count))),
            Gen.Select(Position, Bytes).Select((at, odd) => (Func<byte[], byte[]>)(bytes => Insert(bytes, at, odd))),
            Gen.Select(Position, Gen.Int[1, 40]).Select((at, count) => (Func<byte[], byte[]>)(bytes => Double(bytes, at, count))),
            Position.Select(at => (Func<byte[], byte[]>)(bytes => bytes[..At(bytes, at)])),
            Gen.Select(Position, Gen.Int[0, Values.Length - 1].Select(i => Values[i])).Select((at, value) => (Func<byte[], byte[]>)(bytes => ReplaceValue(bytes, at, value))));
        return mutation.Array[1, 3].Select(mutations => mutations.Aggregate(original, (bytes, mutate) => mutate(bytes)));
    }

    /// <summary>A place in a document of any length.</summary>
    private static Gen<double> Position => Gen.Double[0, 1];

    private static int At(byte[] bytes, double position) => (int)(position * bytes.Length);

    private static byte[] Cut(byte[] bytes, double position, int count)
    {
        var at = At(bytes, position);
        return [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + count)..]];
    }

    private static byte[] Insert(byte[] bytes, double position, byte[] odd)
    {
        var at = At(bytes, position);
        return [.. bytes[..at], .. odd, .. bytes[at..]];
    }

    private static byte[] Double(byte[] bytes, double position, int count)
    {
        var at = At(bytes, position);
        var end = Math.Min(bytes.Length, at + count);
        return [.. bytes[..end], .. bytes[at..]];
    }

    /// <summary>The value of the member that comes next.</summary>
    private static byte[] ReplaceValue(byte[] bytes, double position, string value)
    {
        var colon = Array.IndexOf(bytes, (byte)':', At(bytes, position));
        if (colon < 0)
        {
            return bytes;
        }

        var end = Array.FindIndex(bytes, colon, each => each is (byte)',' or (byte)'}' or (byte)']');
        return [.. bytes[..(colon + 1)], .. Encoding.UTF8.GetBytes(value), .. bytes[(end < 0 ? bytes.Length : end)..]];
    }
}
