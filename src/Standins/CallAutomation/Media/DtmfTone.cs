namespace Azure.Communication.CallAutomation;

/// <summary>One key of a telephone. Open set: unknown words are kept. Compared without regard to case.</summary>
public readonly struct DtmfTone : IEquatable<DtmfTone>
{
    private readonly string? _value;

    public DtmfTone(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static DtmfTone Zero { get; } = new("zero");
    public static DtmfTone One { get; } = new("one");
    public static DtmfTone Two { get; } = new("two");
    public static DtmfTone Three { get; } = new("three");
    public static DtmfTone Four { get; } = new("four");
    public static DtmfTone Five { get; } = new("five");
    public static DtmfTone Six { get; } = new("six");
    public static DtmfTone Seven { get; } = new("seven");
    public static DtmfTone Eight { get; } = new("eight");
    public static DtmfTone Nine { get; } = new("nine");
    public static DtmfTone A { get; } = new("a");
    public static DtmfTone B { get; } = new("b");
    public static DtmfTone C { get; } = new("c");
    public static DtmfTone D { get; } = new("d");
    public static DtmfTone Pound { get; } = new("pound");
    public static DtmfTone Asterisk { get; } = new("asterisk");

    public static implicit operator DtmfTone(string value) => new(value);

    public static bool operator ==(DtmfTone left, DtmfTone right) => left.Equals(right);

    public static bool operator !=(DtmfTone left, DtmfTone right) => !left.Equals(right);

    /// <summary>The character on the key: <c>0</c> to <c>9</c>, <c>A</c> to <c>D</c>, <c>#</c> or <c>*</c>.</summary>
    /// <exception cref="InvalidOperationException">The tone is none of the sixteen keys.</exception>
    public char ToChar() => ToString().ToLowerInvariant() switch
    {
        "zero" => '0',
        "one" => '1',
        "two" => '2',
        "three" => '3',
        "four" => '4',
        "five" => '5',
        "six" => '6',
        "seven" => '7',
        "eight" => '8',
        "nine" => '9',
        "a" => 'A',
        "b" => 'B',
        "c" => 'C',
        "d" => 'D',
        "pound" => '#',
        "asterisk" => '*',
        var unknown => throw new InvalidOperationException($"'{unknown}' is no telephone key."),
    };

    public bool Equals(DtmfTone other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is DtmfTone other && Equals(other);

    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value ?? string.Empty;
}
