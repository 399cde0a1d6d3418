namespace Azure.Communication.CallAutomation;

/// <summary>What a recognition listens for. Open set: unknown words are kept. Compared without regard to case.</summary>
public readonly struct RecognizeInputType : IEquatable<RecognizeInputType>
{
    private readonly string? _value;

    public RecognizeInputType(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static RecognizeInputType Dtmf { get; } = new("dtmf");

    public static implicit operator RecognizeInputType(string value) => new(value);

    public static bool operator ==(RecognizeInputType left, RecognizeInputType right) => left.Equals(right);

    public static bool operator !=(RecognizeInputType left, RecognizeInputType right) => !left.Equals(right);

    public bool Equals(RecognizeInputType other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is RecognizeInputType other && Equals(other);

    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value ?? string.Empty;
}
