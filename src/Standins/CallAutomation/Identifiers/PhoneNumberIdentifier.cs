namespace Azure.Communication;

/// <summary>A telephone number.</summary>
public sealed class PhoneNumberIdentifier : CommunicationIdentifier
{
    private const string Anonymous = RawIds.Phone + "anonymous";

    /// <param name="phoneNumber">E.164 with a leading plus; short codes and Direct Routing numbers may lack it.</param>
    /// <param name="rawId">Default: <c>4:</c> and the number.</param>
    public PhoneNumberIdentifier(string phoneNumber, string? rawId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(phoneNumber);
        PhoneNumber = phoneNumber;
        RawId = string.IsNullOrEmpty(rawId) ? RawIds.Phone + phoneNumber : rawId;
    }

    public string PhoneNumber { get; }

    public override string RawId { get; }

    /// <summary>The caller withheld the number.</summary>
    public bool IsAnonymous => string.Equals(RawId, Anonymous, StringComparison.Ordinal);

    /// <summary>What follows the underscore of the raw identifier: tells apart callers that share one number.</summary>
    public string? AssertedId => RawId.IndexOf('_', StringComparison.Ordinal) is var at and >= 0 ? RawId[(at + 1)..] : null;

    public override bool Equals(CommunicationIdentifier? other) => HasSameTypeAndRawId(other);

    public override string ToString() => PhoneNumber;
}
