using System.Text.Json.Nodes;
using Koppla.Functions;
using Koppla.Functions.Calls;

namespace Koppla.Infra.Tests;

public sealed class AlertTests(Compiled compiled)
{
    [Theory]
    [InlineData("calls-failed", "koppla.calls")]
    [InlineData("callbacks-missing", "koppla.calls.swept")]
    [InlineData("change-events-dead", "koppla.events.dead_letters")]
    [InlineData("decisions-slow", "koppla.decision.duration")]
    public void A_rule_asks_for_its_metric(string rule, string metric) =>
        Assert.All(compiled.Mains, each => Assert.Contains($"Name == \"{metric}\"", Query(each, rule)));

    [Fact]
    public void The_outcomes_that_count_as_failed_are_outcomes_of_the_app()
    {
        var outcomes = string.Join(", ", new[] { CallOutcome.Lost, CallOutcome.ProviderRefused }.Select(each => $"\"{Names.Kebab(each)}\""));

        Assert.Contains($"Properties.outcome) in ({outcomes})", Query(compiled.Prod, "calls-failed"));
    }

    [Fact]
    public void A_call_that_could_not_be_delivered_alerts_by_the_topics_own_metric() => Assert.All(compiled.Mains, each =>
    {
        var alert = each.Single("Microsoft.Insights/metricAlerts")["properties"]!;
        Assert.Equal((string)each.Single("Microsoft.EventGrid/systemTopics")["id"]!, (string)Assert.Single(alert["scopes"]!.AsArray())!);
        Assert.Equal("DeadLetteredCount", (string)alert["criteria"]!["allOf"]![0]!["metricName"]!);
    });

    [Fact]
    public void Every_rule_tells_the_people_of_production_and_nobody_of_development()
    {
        var people = (string)compiled.Prod.Single("Microsoft.Insights/actionGroups")["id"]!;
        Assert.All(Rules(compiled.Prod), rule => Assert.Contains(people, rule["properties"]!["actions"]!.ToJsonString()));
        Assert.Empty(compiled.Dev.OfType("Microsoft.Insights/actionGroups"));
    }

    private static IEnumerable<JsonNode> Rules(Prediction prediction) =>
        prediction.OfType("Microsoft.Insights/scheduledQueryRules").Concat(prediction.OfType("Microsoft.Insights/metricAlerts"));

    private static string Query(Prediction prediction, string rule) =>
        (string)Rules(prediction).Single(each => ((string)each["name"]!).EndsWith(rule, StringComparison.Ordinal))["properties"]!["criteria"]!["allOf"]![0]!["query"]!;
}
