using System.Diagnostics.CodeAnalysis;

namespace Koppla.Routing;

/// <summary>A value, or the reason why there is none.</summary>
/// <remarks>The default of this struct is neither and throws when read: make one from a value or a <see cref="Koppla.Routing.Refusal"/>.</remarks>
[SuppressMessage("Usage", "CA2225", Justification = "The constructors say the same as the conversions")]
public readonly struct Outcome<T> : IEquatable<Outcome<T>>
    where T : notnull
{
    private readonly T? value;
    private readonly Refusal? refusal;
    private readonly bool isOk;

    public Outcome(T value)
    {
        this.value = value;
        isOk = true;
    }

    public Outcome(Refusal refusal) => this.refusal = refusal;

    public bool IsOk => isOk;

    /// <exception cref="InvalidOperationException">This is a refusal: a bug of the caller, who did not ask <see cref="IsOk"/>.</exception>
    public T Value => isOk ? value! : throw new InvalidOperationException($"No value: {refusal?.Name ?? "empty outcome"}.");

    /// <exception cref="InvalidOperationException">This is a value: a bug of the caller, who did not ask <see cref="IsOk"/>.</exception>
    public Refusal Refusal => refusal ?? throw new InvalidOperationException("No refusal.");

    public static implicit operator Outcome<T>(T value) => new(value);

    public static implicit operator Outcome<T>(Refusal refusal) => new(refusal);

    public static bool operator ==(Outcome<T> left, Outcome<T> right) => left.Equals(right);

    public static bool operator !=(Outcome<T> left, Outcome<T> right) => !left.Equals(right);

    public TResult Match<TResult>(Func<T, TResult> ok, Func<Refusal, TResult> refused) => isOk ? ok(value!) : refused(Refusal);

    public bool Equals(Outcome<T> other) =>
        isOk == other.isOk && Equals(refusal, other.refusal) && EqualityComparer<T?>.Default.Equals(value, other.value);

    public override bool Equals(object? obj) => obj is Outcome<T> other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(isOk, refusal, value);

    public override string ToString() => isOk ? $"{value}" : refusal?.Name ?? "";
}
