namespace Azure.Communication;

/// <summary>A Teams user that a Communication Services resource acts for (Teams Phone extensibility).</summary>
public sealed class TeamsExtensionUserIdentifier : CommunicationIdentifier
{
    /// <param name="userId">Entra object id.</param>
    /// <param name="tenantId">Entra tenant id.</param>
    /// <param name="resourceId">Immutable id of the Communication Services resource.</param>
    /// <param name="cloud">Default: public.</param>
    /// <param name="rawId">Default: made of the other parts.</param>
    public TeamsExtensionUserIdentifier(string userId, string tenantId, string resourceId, CommunicationCloudEnvironment? cloud = null, string? rawId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        ArgumentException.ThrowIfNullOrEmpty(tenantId);
        ArgumentException.ThrowIfNullOrEmpty(resourceId);
        UserId = userId;
        TenantId = tenantId;
        ResourceId = resourceId;
        Cloud = cloud ?? CommunicationCloudEnvironment.Public;
        RawId = rawId ?? $"{RawIds.UserPrefix(Cloud)}{resourceId}_{tenantId}_{userId}";
    }

    public string UserId { get; }

    public string TenantId { get; }

    public string ResourceId { get; }

    public CommunicationCloudEnvironment Cloud { get; }

    public override string RawId { get; }

    public override bool Equals(CommunicationIdentifier? other) => HasSameTypeAndRawId(other);
}
