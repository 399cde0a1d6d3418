namespace Azure.Communication;

/// <summary>The one-string form of identifiers.</summary>
internal static class RawIds
{
    public const string Phone = "4:";
    public const string TeamsVisitor = "8:teamsvisitor:";

    public static CommunicationIdentifier Parse(string rawId)
    {
        ArgumentException.ThrowIfNullOrEmpty(rawId);
        if (rawId.StartsWith(Phone, StringComparison.Ordinal))
        {
            return rawId.Length > Phone.Length ? new PhoneNumberIdentifier(rawId[Phone.Length..], rawId) : new UnknownIdentifier(rawId);
        }

        var prefixLength = rawId.IndexOf(':', rawId.IndexOf(':', StringComparison.Ordinal) + 1) + 1;
        var rest = rawId[prefixLength..];
        return rest.Length == 0 ? new UnknownIdentifier(rawId) : rawId[..prefixLength] switch
        {
            TeamsVisitor => new MicrosoftTeamsUserIdentifier(rest, isAnonymous: true),
            "8:orgid:" => new MicrosoftTeamsUserIdentifier(rest, cloud: CommunicationCloudEnvironment.Public),
            "8:dod:" => new MicrosoftTeamsUserIdentifier(rest, cloud: CommunicationCloudEnvironment.Dod),
            "8:gcch:" => new MicrosoftTeamsUserIdentifier(rest, cloud: CommunicationCloudEnvironment.Gcch),
            "8:acs:" => User(rawId, rest, CommunicationCloudEnvironment.Public),
            "8:dod-acs:" => User(rawId, rest, CommunicationCloudEnvironment.Dod),
            "8:gcch-acs:" => User(rawId, rest, CommunicationCloudEnvironment.Gcch),
            "8:spool:" => new CommunicationUserIdentifier(rawId),
            "28:orgid:" => new MicrosoftTeamsAppIdentifier(rest, CommunicationCloudEnvironment.Public),
            "28:dod:" => new MicrosoftTeamsAppIdentifier(rest, CommunicationCloudEnvironment.Dod),
            "28:gcch:" => new MicrosoftTeamsAppIdentifier(rest, CommunicationCloudEnvironment.Gcch),
            _ => new UnknownIdentifier(rawId),
        };
    }

    /// <summary><c>8:acs:</c> for the public cloud, <c>8:dod-acs:</c> and <c>8:gcch-acs:</c> for the others.</summary>
    public static string UserPrefix(CommunicationCloudEnvironment cloud) =>
        cloud == CommunicationCloudEnvironment.Public ? "8:acs:" : $"8:{cloud}-acs:";

    /// <summary>The word a Teams identity has for its cloud: <c>orgid</c>, <c>dod</c> or <c>gcch</c>.</summary>
    public static string TeamsCloud(CommunicationCloudEnvironment cloud) =>
        cloud == CommunicationCloudEnvironment.Public ? "orgid" : cloud.ToString();

    private static CommunicationIdentifier User(string rawId, string rest, CommunicationCloudEnvironment cloud) =>
        rest.Split('_') is [var resource, var tenant, var user]
            ? new TeamsExtensionUserIdentifier(user, tenant, resource, cloud, rawId)
            : new CommunicationUserIdentifier(rawId);
}
