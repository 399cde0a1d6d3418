namespace Azure.Communication;

/// <summary>Somebody or something that can take part in a call. Two identifiers are equal when type and <see cref="RawId"/> are.</summary>
public abstract class CommunicationIdentifier : IEquatable<CommunicationIdentifier>
{
    /// <summary>The identifier as one string, for example <c>4:+46701234567</c>; use it as a key.</summary>
    public virtual string RawId => string.Empty;

    public static bool operator ==(CommunicationIdentifier? left, CommunicationIdentifier? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(CommunicationIdentifier? left, CommunicationIdentifier? right) => !(left == right);

    /// <summary>The identifier that <paramref name="rawId"/> stands for; <see cref="UnknownIdentifier"/> for a form that is not known.</summary>
    /// <exception cref="ArgumentException"><paramref name="rawId"/> is null or empty.</exception>
    public static CommunicationIdentifier FromRawId(string rawId) => RawIds.Parse(rawId);

    public abstract bool Equals(CommunicationIdentifier? other);

    public override bool Equals(object? obj) => obj is CommunicationIdentifier other && Equals(other);

    public override int GetHashCode() => RawId.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => RawId;

    private protected bool HasSameTypeAndRawId(CommunicationIdentifier? other) =>
        other is not null && other.GetType() == GetType() && string.Equals(other.RawId, RawId, StringComparison.Ordinal);
}
