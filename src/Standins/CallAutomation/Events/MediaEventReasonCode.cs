using System.Globalization;

namespace Azure.Communication.CallAutomation;

/// <summary>Sub code of a media event. Open set: unknown words are kept. Compared without regard to case.</summary>
public readonly struct MediaEventReasonCode : IEquatable<MediaEventReasonCode>
{
    private readonly string? _value;

    public MediaEventReasonCode(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static MediaEventReasonCode CompletedSuccessfully { get; } = new("0");
    public static MediaEventReasonCode UnspecifiedError { get; } = new("9999");
    public static MediaEventReasonCode RecognizeInitialSilenceTimedOut { get; } = new("8510");
    public static MediaEventReasonCode RecognizePlayPromptFailed { get; } = new("8511");
    public static MediaEventReasonCode RecognizeStopToneDetected { get; } = new("8514");
    public static MediaEventReasonCode RecognizeMaxDigitsReceived { get; } = new("8531");
    public static MediaEventReasonCode RecognizeInterDigitTimedOut { get; } = new("8532");
    public static MediaEventReasonCode RecognizeDtmfOptionMatched { get; } = new("8533");
    public static MediaEventReasonCode RecognizeIncorrectToneDetected { get; } = new("8534");
    public static MediaEventReasonCode RecognizeSpeechOptionMatched { get; } = new("8545");
    public static MediaEventReasonCode RecognizeSpeechOptionNotMatched { get; } = new("8547");
    public static MediaEventReasonCode RecognizeSpeechNotRecognized { get; } = new("8563");
    public static MediaEventReasonCode RecognizeSpeechServiceConnectionError { get; } = new("8564");
    public static MediaEventReasonCode CognitiveServicesError { get; } = new("8565");
    public static MediaEventReasonCode PlayInvalidFileFormat { get; } = new("8535");
    public static MediaEventReasonCode PlayDownloadFailed { get; } = new("8536");
    public static MediaEventReasonCode PlaySourceTextOrSsmlEmpty { get; } = new("8582");

    public static implicit operator MediaEventReasonCode(string value) => new(value);

    public static bool operator ==(MediaEventReasonCode left, MediaEventReasonCode right) => left.Equals(right);

    public static bool operator !=(MediaEventReasonCode left, MediaEventReasonCode right) => !left.Equals(right);

    /// <summary>The code as a number; 0 when there is none.</summary>
    public int GetReasonCodeValue() => int.TryParse(_value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var code) ? code : 0;

    internal static MediaEventReasonCode From(ResultInformation? result) => (result?.SubCode ?? 0).ToString(CultureInfo.InvariantCulture);

    public bool Equals(MediaEventReasonCode other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is MediaEventReasonCode other && Equals(other);

    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value ?? string.Empty;
}
