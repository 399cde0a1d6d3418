using System.Text.Json.Nodes;

namespace Koppla.Infra.Tests;

public sealed class RoleTests(Compiled compiled)
{
    /// <summary>Who may do what, where. A line more is a decision; the names are those of Azure's built-in roles.</summary>
    private static readonly string[] Granted =
    [
        "communicationServices on accounts: Cognitive Services User",
        "systemTopics on dead-letters: Storage Blob Data Contributor",
        "userAssignedIdentities on communicationServices: Communication and Email Service Owner",
        "userAssignedIdentities on components: Monitoring Metrics Publisher",
        "userAssignedIdentities on storageAccounts: Storage Blob Data Owner",
        "userAssignedIdentities on storageAccounts: Storage Table Data Contributor",
    ];

    private static readonly Dictionary<string, string> Names = new()
    {
        ["a97b65f3-24c7-4388-baec-2e87135dc908"] = "Cognitive Services User",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["09976791-48a7-449e-bb21-39d1a415f350"] = "Communication and Email Service Owner",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635"] = "Owner",
        ["b24988ac-6180-42a0-ab88-20f7382dd24c"] = "Contributor",
        ["18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"] = "User Access Administrator",
    };

    [Fact]
    public void These_roles_are_granted_and_no_others() => Assert.All(
        compiled.Mains,
        each => Assert.Equal(Granted, each.OfType("Microsoft.Authorization/roleAssignments").Select(Told).Order(StringComparer.Ordinal)));

    [Fact]
    public void The_subscription_grants_nothing() =>
        Assert.All(compiled.Subscriptions, each => Assert.Empty(each.OfType("Microsoft.Authorization/roleAssignments")));

    private static string Told(JsonNode assignment)
    {
        var scope = ((string)assignment["id"]!).Split("/providers/Microsoft.Authorization/")[0].Split('/');
        var properties = assignment["properties"]!;
        Assert.Equal("ServicePrincipal", (string)properties["principalType"]!);
        return $"{TypeOf((string)properties["principalId"]!)} on {(scope[^2] == "containers" ? scope[^1] : scope[^2])}: {Names[((string)properties["roleDefinitionId"]!).Split('/')[^1]]}";
    }

    /// <summary>The type of the resource whose principal an expression asks for.</summary>
    private static string TypeOf(string principal)
    {
        Assert.EndsWith("principalId]", principal);
        return principal.Split('\'')[1].Split('/')[^2];
    }
}
