namespace Azure.Communication;

/// <summary>An identifier of a kind that is not known (yet).</summary>
public sealed class UnknownIdentifier : CommunicationIdentifier
{
    public UnknownIdentifier(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Id = id;
    }

    public string Id { get; }

    public override string RawId => Id;

    public override bool Equals(CommunicationIdentifier? other) => HasSameTypeAndRawId(other);
}
