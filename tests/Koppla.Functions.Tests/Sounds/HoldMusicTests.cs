using System.Buffers.Binary;
using Koppla.Functions.Sounds;

namespace Koppla.Functions.Tests.Sounds;

public sealed class HoldMusicTests
{
    private const int Rate = 16_000;

    private static readonly int[] Samples =
    [
        .. Enumerable.Range(0, (HoldMusic.Wave.Length - 44) / 2)
            .Select(at => (int)BinaryPrimitives.ReadInt16LittleEndian(HoldMusic.Wave.AsSpan(44 + (at * 2)))),
    ];

    [Fact]
    public void It_lasts_twelve_seconds() => Assert.Equal(12 * Rate, Samples.Length);

    [Fact]
    public void It_is_quiet_and_never_silent()
    {
        Assert.InRange(Samples.Max(Math.Abs), short.MaxValue / 8, short.MaxValue / 5);
        Assert.All(Samples.Chunk(Rate / 10), part => Assert.True(part.Max(Math.Abs) > short.MaxValue / 100));
    }

    [Fact]
    public void From_its_end_to_its_beginning_there_is_no_click()
    {
        // What bends sharply clicks. Around the seam it bends no more than where other notes begin.
        int[] twice = [.. Samples, .. Samples];
        var bends = Enumerable.Range(1, twice.Length - 2).Select(at => Math.Abs(twice[at - 1] - (2 * twice[at]) + twice[at + 1])).ToArray();

        Assert.InRange(bends[(Samples.Length - 100)..(Samples.Length + 100)].Max(), 1, bends[..(Samples.Length - 100)].Max());
        Assert.True(bends.Max() < short.MaxValue / 20, $"It bends by {bends.Max()}.");
    }

    [Fact]
    public void It_begins_as_loud_as_it_goes_on() =>
        Assert.True(
            Loudness(0) > Loudness(6 * Rate) / 3 && Loudness(Samples.Length - Rate) > Loudness(6 * Rate) / 3,
            "The last notes are heard over the first ones.");

    private static double Loudness(int from) => Samples.Skip(from).Take(Rate).Sum(sample => (double)sample * sample);
}
