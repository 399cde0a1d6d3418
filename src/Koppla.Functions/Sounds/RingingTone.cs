namespace Koppla.Functions.Sounds;

/// <summary>The ringing tone of Swedish telephony: 425 Hz, one second on and five off. Played again and again it has no seam.</summary>
internal static class RingingTone
{
    private const double Hertz = 425;
    private const int OnSeconds = 1;
    private const int OffSeconds = 5;

    /// <summary>A quarter of full scale: about as loud as a network plays it.</summary>
    private const double Amplitude = short.MaxValue / 4.0;

    /// <summary>How long the tone rises and falls, so that it does not click.</summary>
    private const int EdgeSamples = WaveFile.SampleRate / 100;

    public static readonly byte[] Wave = WaveFile.Of(Samples());

    /// <summary>Its entity tag, with the quotes.</summary>
    public static readonly string Tag = WaveFile.TagOf(Wave);

    private static short[] Samples()
    {
        const int on = OnSeconds * WaveFile.SampleRate;
        var samples = new short[on + (OffSeconds * WaveFile.SampleRate)];
        for (var at = 0; at < on; at++)
        {
            samples[at] = (short)(Amplitude * WaveFile.Edge(Math.Min(at, on - at), EdgeSamples) * Math.Sin(2 * Math.PI * Hertz * at / WaveFile.SampleRate));
        }

        return samples;
    }
}
