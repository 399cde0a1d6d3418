namespace Azure.Communication;

/// <summary>A Teams user.</summary>
public sealed class MicrosoftTeamsUserIdentifier : CommunicationIdentifier
{
    /// <param name="userId">Entra object id, or the visitor id when <paramref name="isAnonymous"/>.</param>
    /// <param name="isAnonymous">A visitor without an account.</param>
    /// <param name="cloud">Default: public.</param>
    /// <param name="rawId">Default: made of the other parts.</param>
    public MicrosoftTeamsUserIdentifier(string userId, bool isAnonymous = false, CommunicationCloudEnvironment? cloud = null, string? rawId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        UserId = userId;
        IsAnonymous = isAnonymous;
        Cloud = cloud ?? CommunicationCloudEnvironment.Public;
        RawId = rawId ?? (isAnonymous ? RawIds.TeamsVisitor + userId : $"8:{RawIds.TeamsCloud(Cloud)}:{userId}");
    }

    public string UserId { get; }

    public bool IsAnonymous { get; }

    public CommunicationCloudEnvironment Cloud { get; }

    public override string RawId { get; }

    public override bool Equals(CommunicationIdentifier? other) => HasSameTypeAndRawId(other);
}
