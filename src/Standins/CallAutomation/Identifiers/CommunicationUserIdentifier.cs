namespace Azure.Communication;

/// <summary>A user of a Communication Services resource.</summary>
public sealed class CommunicationUserIdentifier : CommunicationIdentifier
{
    /// <param name="id">For example <c>8:acs:resource_user</c>.</param>
    public CommunicationUserIdentifier(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Id = id;
    }

    public string Id { get; }

    public override string RawId => Id;

    public override bool Equals(CommunicationIdentifier? other) => HasSameTypeAndRawId(other);
}
