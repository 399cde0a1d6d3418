namespace Azure.Communication;

/// <summary>A Teams application, for example an auto attendant.</summary>
public sealed class MicrosoftTeamsAppIdentifier : CommunicationIdentifier
{
    /// <param name="appId">Entra application id.</param>
    /// <param name="cloud">Default: public.</param>
    public MicrosoftTeamsAppIdentifier(string appId, CommunicationCloudEnvironment? cloud = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(appId);
        AppId = appId;
        Cloud = cloud ?? CommunicationCloudEnvironment.Public;
        RawId = $"28:{RawIds.TeamsCloud(Cloud)}:{appId}";
    }

    public string AppId { get; }

    public CommunicationCloudEnvironment Cloud { get; }

    public override string RawId { get; }

    public override bool Equals(CommunicationIdentifier? other) => HasSameTypeAndRawId(other);
}
