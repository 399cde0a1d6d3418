namespace Koppla.Functions.Sounds;

/// <summary>What somebody on hold hears: slow broken chords, soft and quiet. Played again and again it has no seam.</summary>
internal static class HoldMusic
{
    /// <summary>From one note to the next.</summary>
    private const int NoteSamples = WaveFile.SampleRate / 2;

    /// <summary>How long a note is heard, over those that follow; the last ones over the first.</summary>
    private const int RingSamples = 2 * WaveFile.SampleRate;

    /// <summary>How long a note rises, and fades at its end, so that it does not click.</summary>
    private const int EdgeSamples = WaveFile.SampleRate / 40;

    /// <summary>How much softer a note is after a second: by this power of e.</summary>
    private const double Decay = 2.5;

    /// <summary>A sixth of full scale: below a voice.</summary>
    private const double Amplitude = short.MaxValue / 6.0;

    /// <summary>Six notes of each chord as keys of a piano, 69 being 440 Hz. All of them are in the band of a telephone.</summary>
    private static readonly int[] Notes =
    [
        64, 67, 72, 76, 72, 67, // C
        64, 69, 72, 76, 72, 69, // A minor
        65, 69, 72, 77, 72, 69, // F
        67, 71, 74, 79, 74, 71, // G
    ];

    public static readonly byte[] Wave = WaveFile.Of(Samples());

    /// <summary>Its entity tag, with the quotes.</summary>
    public static readonly string Tag = WaveFile.TagOf(Wave);

    private static short[] Samples()
    {
        var sum = new double[Notes.Length * NoteSamples];
        foreach (var (place, note) in Notes.Index())
        {
            Strike(sum, place * NoteSamples, 440 * Math.Pow(2, (note - 69) / 12.0));
        }

        var loudest = sum.Max(Math.Abs);
        return Array.ConvertAll(sum, value => (short)(Amplitude * value / loudest));
    }

    private static void Strike(double[] sum, int start, double hertz)
    {
        for (var at = 0; at < RingSamples; at++)
        {
            var seconds = (double)at / WaveFile.SampleRate;
            var phase = 2 * Math.PI * hertz * seconds;
            var tone = Math.Sin(phase) + (0.3 * Math.Sin(2 * phase)) + (0.1 * Math.Sin(3 * phase));
            sum[(start + at) % sum.Length] += tone * Math.Exp(-Decay * seconds) * WaveFile.Edge(Math.Min(at, RingSamples - at), EdgeSamples);
        }
    }
}
