using System.Text.Json;
using CsCheck;
using Koppla.Functions.IncomingCalls;

namespace Koppla.Functions.Tests.IncomingCalls;

/// <summary>Whatever is delivered, nothing is thrown, and nothing but a whole call is acted on.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Documents =
    [
        new TestCall().EventGridEvent().ToJsonString(),
        new TestCall().CloudEvent().ToJsonString(),
        $"[{new TestCall { CustomContext = TestCall.Headers((IncomingCallData.TrailHeader, "46846500420")) }.EventGridEvent().ToJsonString()}]",
    ];

    private static readonly string[] Scraps =
    [
        "null", "true", "-1", "1e999", "NaN", "[]", "{}", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "\"a\",\"data\":7", "[[[[", "}}", ",", ":", "\\", "\u202e", "😀",
    ];

    private static readonly Gen<byte[]> Mutated =
        from document in Gen.OneOf(Documents)
        from cuts in Gen.Select(Gen.Int[0, document.Length - 1], Gen.Int[0, 12], Gen.OneOf(Scraps)).Array[1, 3]
        select System.Text.Encoding.UTF8.GetBytes(cuts.Aggregate(document, Cut));

    private static readonly Gen<byte[]> Corrupted =
        from document in Gen.OneOf(Documents)
        from at in Gen.Int[0, document.Length - 1]
        from value in Gen.Byte
        select Overwritten(System.Text.Encoding.UTF8.GetBytes(document), at, value);

    [Fact]
    public async Task Random_bytes_are_malformed_and_start_nothing()
    {
        using var exchange = await new Exchange().FilledAsync();

        await Gen.Byte.Array[0, 300].SampleAsync(
            async bytes => Assert.Equal(Handling.Malformed, await exchange.DeliverAsync(bytes)), iter: 2_000, threads: 1);

        Assert.Empty(exchange.Storage.Log);
    }

    [Fact]
    public async Task Only_what_still_is_a_whole_call_is_acted_on()
    {
        using var exchange = await new Exchange().FilledAsync();

        await Gen.OneOf(Mutated, Corrupted).SampleAsync(
            async delivery =>
            {
                var before = exchange.Provider.Sent.Count;
                await exchange.DeliverAsync(delivery);
                if (exchange.Provider.Sent.Count > before)
                {
                    AssertIsCall(delivery, exchange.Provider.Sent[^1].Handle);
                }
            },
            iter: 4_000,
            threads: 1);
    }

    private static void AssertIsCall(byte[] delivery, string handle)
    {
        using var document = JsonDocument.Parse(delivery);
        var root = document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement[0] : document.RootElement;
        var type = root.TryGetProperty("eventType", out var eventGrid) ? eventGrid : root.GetProperty("type");
        Assert.Equal(IncomingCallData.EventType, type.GetString());
        Assert.Equal(handle, root.GetProperty("data").GetProperty("incomingCallContext").GetString());
        Assert.NotEmpty(root.GetProperty("data").GetProperty("to").GetProperty("rawId").GetString()!);
    }

    private static string Cut(string document, (int At, int Length, string Scrap) cut)
    {
        var at = Math.Min(cut.At, document.Length);
        return string.Concat(document.AsSpan(0, at), cut.Scrap, document.AsSpan(Math.Min(document.Length, at + cut.Length)));
    }

    private static byte[] Overwritten(byte[] bytes, int at, byte value)
    {
        bytes[at] = value;
        return bytes;
    }
}
