using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>The keys a participant pressed, in order.</summary>
public sealed class DtmfResult : RecognizeResult
{
    internal DtmfResult(IReadOnlyList<DtmfTone> tones) => Tones = tones;

    public IReadOnlyList<DtmfTone> Tones { get; }

    public override RecognizeResultType ResultType => RecognizeResultType.DtmfResult;

    /// <summary>The keys as text, for example <c>12#</c>.</summary>
    public string ConvertToString() => string.Concat(Tones.Select(tone => tone.ToChar()));

    internal static DtmfResult Read(JsonElement json) =>
        new(json.List("tones", static tone => new DtmfTone(tone.GetString() ?? string.Empty)));
}
