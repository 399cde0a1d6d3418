namespace Azure.Communication.CallAutomation;

/// <summary>What a recognition understood. Open set: unknown words are kept. Compared without regard to case.</summary>
public readonly struct CallMediaRecognitionType : IEquatable<CallMediaRecognitionType>
{
    private readonly string? _value;

    public CallMediaRecognitionType(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static CallMediaRecognitionType Dtmf { get; } = new("dtmf");
    public static CallMediaRecognitionType Choices { get; } = new("choices");
    public static CallMediaRecognitionType Speech { get; } = new("speech");

    public static implicit operator CallMediaRecognitionType(string value) => new(value);

    public static bool operator ==(CallMediaRecognitionType left, CallMediaRecognitionType right) => left.Equals(right);

    public static bool operator !=(CallMediaRecognitionType left, CallMediaRecognitionType right) => !left.Equals(right);

    public bool Equals(CallMediaRecognitionType other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is CallMediaRecognitionType other && Equals(other);

    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value ?? string.Empty;
}
