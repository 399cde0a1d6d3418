using System.Text.Json.Nodes;

namespace Koppla.Infra.Tests;

public sealed class PlanTests(Compiled compiled)
{
    [Fact]
    public void The_runtime_is_the_one_that_the_app_is_built_for()
    {
        var runtime = Config(compiled.Prod)["runtime"]!;

        Assert.Equal("dotnet-isolated", (string)runtime["name"]!);
        Assert.Equal(Environment.Version.ToString(2), (string)runtime["version"]!);
    }

    [Fact]
    public void With_zones_two_instances_at_least_wait_for_calls()
    {
        Assert.True((bool)compiled.Prod.Single("Microsoft.Web/serverfarms")["properties"]!["zoneRedundant"]!);
        Assert.Equal("Standard_ZRS", (string)compiled.Prod.Single("Microsoft.Storage/storageAccounts")["sku"]!["name"]!);
        var ready = Assert.Single(Config(compiled.Prod)["scaleAndConcurrency"]!["alwaysReady"]!.AsArray())!;
        Assert.Equal("http", (string)ready["name"]!);
        Assert.True((int)ready["instanceCount"]! >= 2);
    }

    [Fact]
    public void Development_keeps_nothing_warm() => Assert.Empty(Config(compiled.Dev)["scaleAndConcurrency"]!["alwaysReady"]!.AsArray());

    [Fact]
    public void Calls_that_could_not_be_delivered_are_forgotten_after_a_time() => Assert.All(compiled.Mains, each =>
    {
        var rule = Assert.Single(each.Single("Microsoft.Storage/storageAccounts/managementPolicies")["properties"]!["policy"]!["rules"]!.AsArray())!;
        Assert.Equal("""["dead-letters/"]""", rule["definition"]!["filters"]!["prefixMatch"]!.ToJsonString());
    });

    private static JsonNode Config(Prediction prediction) => prediction.Single("Microsoft.Web/sites")["properties"]!["functionAppConfig"]!;
}
