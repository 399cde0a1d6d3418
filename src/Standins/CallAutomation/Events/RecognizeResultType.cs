namespace Azure.Communication.CallAutomation;

/// <summary>Kind of a recognition result. Open set: unknown words are kept. Compared without regard to case.</summary>
public readonly struct RecognizeResultType : IEquatable<RecognizeResultType>
{
    private readonly string? _value;

    public RecognizeResultType(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static RecognizeResultType DtmfResult { get; } = new("dtmfResult");

    public static implicit operator RecognizeResultType(string value) => new(value);

    public static bool operator ==(RecognizeResultType left, RecognizeResultType right) => left.Equals(right);

    public static bool operator !=(RecognizeResultType left, RecognizeResultType right) => !left.Equals(right);

    public bool Equals(RecognizeResultType other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is RecognizeResultType other && Equals(other);

    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value ?? string.Empty;
}
