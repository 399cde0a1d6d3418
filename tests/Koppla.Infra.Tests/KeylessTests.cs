namespace Koppla.Infra.Tests;

/// <summary>Nothing is reached with a key or a password, and nothing without TLS.</summary>
public sealed class KeylessTests(Compiled compiled)
{
    [Fact]
    public void Storage_takes_no_shared_keys_and_shows_nothing_to_strangers() => Assert.All(compiled.Mains, each =>
    {
        var storage = each.Single("Microsoft.Storage/storageAccounts")["properties"]!;
        Assert.False((bool)storage["allowSharedKeyAccess"]!);
        Assert.False((bool)storage["allowBlobPublicAccess"]!);
        Assert.False((bool)storage["allowCrossTenantReplication"]!);
        Assert.True((bool)storage["supportsHttpsTrafficOnly"]!);
        Assert.Equal("TLS1_2", (string)storage["minimumTlsVersion"]!);
        Assert.All(
            each.OfType("Microsoft.Storage/storageAccounts/blobServices/containers"),
            container => Assert.Null(container["properties"]?["publicAccess"]));
    });

    [Theory]
    [InlineData("Microsoft.Communication/communicationServices", "disableLocalAuth")]
    [InlineData("Microsoft.CognitiveServices/accounts", "disableLocalAuth")]
    [InlineData("Microsoft.Insights/components", "DisableLocalAuth")]
    public void Services_take_tokens_of_Entra_only(string type, string property) =>
        Assert.All(compiled.Mains, each => Assert.True((bool)each.Single(type)["properties"]![property]!));

    [Fact]
    public void Logs_are_taken_with_tokens_of_Entra_only() => Assert.All(
        compiled.Mains,
        each => Assert.True((bool)each.Single("Microsoft.OperationalInsights/workspaces")["properties"]!["features"]!["disableLocalAuth"]!));

    [Fact]
    public void The_app_is_reached_by_TLS_and_published_without_passwords() => Assert.All(compiled.Mains, each =>
    {
        var app = each.Single("Microsoft.Web/sites")["properties"]!;
        Assert.True((bool)app["httpsOnly"]!);
        Assert.Equal("1.2", (string)app["siteConfig"]!["minTlsVersion"]!);
        Assert.Equal("1.2", (string)app["siteConfig"]!["scmMinTlsVersion"]!);
        Assert.Equal("Disabled", (string)app["siteConfig"]!["ftpsState"]!);
        var publishing = each.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies").ToList();
        Assert.Equal(["ftp", "scm"], publishing.Select(way => ((string)way["name"]!).Split('/')[^1]).Order());
        Assert.All(publishing, way => Assert.False((bool)way["properties"]!["allow"]!));
    });

    [Fact]
    public void The_app_acts_as_an_identity_that_was_there_before_it()
    {
        Assert.All(compiled.Mains, each =>
        {
            var identity = (string)each.Single("Microsoft.ManagedIdentity/userAssignedIdentities")["id"]!;
            var app = each.Single("Microsoft.Web/sites");
            Assert.Equal("UserAssigned", (string)app["identity"]!["type"]!);
            Assert.Equal([identity], app["identity"]!["userAssignedIdentities"]!.AsObject().Select(pair => pair.Key));
            var deployment = app["properties"]!["functionAppConfig"]!["deployment"]!["storage"]!["authentication"]!;
            Assert.Equal("UserAssignedIdentity", (string)deployment["type"]!);
            Assert.Equal(identity, (string)deployment["userAssignedIdentityResourceId"]!);
            Assert.Equal("managedidentity", each.Settings["AzureWebJobsStorage__credential"]);
            Assert.All(
                ["AzureWebJobsStorage__clientId", "AZURE_CLIENT_ID", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING"],
                setting => Assert.Contains($"reference('{identity}', '2024-11-30').clientId", each.Settings[setting]));
        });
    }
}
