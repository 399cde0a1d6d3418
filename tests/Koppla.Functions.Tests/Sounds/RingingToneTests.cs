using System.Buffers.Binary;
using System.Text;
using Koppla.Functions.Sounds;

namespace Koppla.Functions.Tests.Sounds;

public sealed class RingingToneTests
{
    private const int Rate = 16_000;

    private static readonly short[] Samples =
    [
        .. Enumerable.Range(0, (RingingTone.Wave.Length - 44) / 2)
            .Select(at => BinaryPrimitives.ReadInt16LittleEndian(RingingTone.Wave.AsSpan(44 + (at * 2)))),
    ];

    [Fact]
    public void The_header_says_mono_16_bits_16_kHz_uncompressed_and_the_right_lengths()
    {
        var wave = RingingTone.Wave;

        Assert.Equal(("RIFF", "WAVE", "fmt ", "data"), (Text(0), Text(8), Text(12), Text(36)));
        Assert.Equal((wave.Length - 8, 16, wave.Length - 44), (Number(4), Number(16), Number(40)));
        Assert.Equal((1, 1, Rate, Rate * 2, 2, 16), (Short(20), Short(22), Number(24), Number(28), Short(32), Short(34)));

        string Text(int at) => Encoding.ASCII.GetString(wave, at, 4);
        int Number(int at) => BinaryPrimitives.ReadInt32LittleEndian(wave.AsSpan(at));
        int Short(int at) => BinaryPrimitives.ReadInt16LittleEndian(wave.AsSpan(at));
    }

    [Fact]
    public void It_sounds_for_a_second_and_is_silent_for_five()
    {
        Assert.Equal(6 * Rate, Samples.Length);
        Assert.All(Samples[..Rate].Chunk(Rate / 100), part => Assert.Contains(part, sample => Math.Abs((int)sample) > 1000));
        Assert.All(Samples[Rate..], sample => Assert.Equal(0, sample));
    }

    [Fact]
    public void Its_frequency_is_425_hertz()
    {
        var tone = Power(425);

        Assert.All([350, 400, 420, 430, 440, 450, 850, 1275], hertz => Assert.True(Power(hertz) < tone / 1000, $"{hertz} Hz is heard."));
    }

    [Fact]
    public void It_rises_and_falls_without_a_click()
    {
        var loudest = Samples.Max();

        Assert.InRange(loudest, short.MaxValue / 5, short.MaxValue / 3);
        Assert.All(Samples[..10], sample => Assert.InRange((int)sample, -loudest / 50, loudest / 50));
        Assert.All(Samples[(Rate - 10)..Rate], sample => Assert.InRange((int)sample, -loudest / 50, loudest / 50));
    }

    /// <summary>The power of one frequency in the sounding second (Goertzel).</summary>
    private static double Power(double hertz)
    {
        var factor = 2 * Math.Cos(2 * Math.PI * hertz / Rate);
        var (last, before) = (0.0, 0.0);
        foreach (var sample in Samples[..Rate])
        {
            (last, before) = (sample + (factor * last) - before, last);
        }

        return (last * last) + (before * before) - (factor * last * before);
    }
}
