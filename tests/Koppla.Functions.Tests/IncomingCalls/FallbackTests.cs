using Koppla.Functions.IncomingCalls;
using Microsoft.Extensions.Options;

namespace Koppla.Functions.Tests.IncomingCalls;

public sealed class FallbackTests
{
    [Fact]
    public void The_longest_prefix_wins_in_whatever_order_the_rules_stand()
    {
        FallbackOptions.Rule[] rules =
        [
            Rule("+46", Numbers.Reception.E164),
            Rule(Numbers.Reserved.E164, Numbers.Outside.E164),
            Rule("+46846500", Numbers.OtherOutside.E164),
        ];

        Assert.All([rules, [.. rules.Reverse()]], ordered =>
        {
            var routes = Routes(ordered);
            Assert.Equal(Numbers.Outside, routes.For(Numbers.Reserved));
            Assert.Equal(Numbers.OtherOutside, routes.For(Numbers.Fixed));
            Assert.Equal(Numbers.Reception, routes.For(Numbers.Mobile));
        });
    }

    [Fact]
    public void A_number_that_no_rule_covers_has_no_fallback() =>
        Assert.Null(Routes(Rule("+4631", Numbers.Reception.E164)).For(Numbers.Reserved));

    [Fact]
    public void Without_rules_nothing_has_a_fallback() => Assert.Null(Routes().For(Numbers.Reserved));

    [Fact]
    public void A_number_never_falls_back_to_itself_but_to_the_next_best()
    {
        var routes = Routes(Rule("+4631", Numbers.Reception.E164), Rule("+46", Numbers.Outside.E164));

        Assert.Equal(Numbers.Outside, routes.For(Numbers.Reception));
        Assert.Null(Routes(Rule("+46", Numbers.Reception.E164)).For(Numbers.Reception));
    }

    [Theory]
    [InlineData("+46867855", "+46313900699")]
    [InlineData("+4", "031-390 06 99")]
    [InlineData("+46846500410", "tel:+46313900699")]
    public void A_rule_that_works_is_taken(string prefix, string destination) =>
        Assert.True(Validate(Rule(prefix, destination)).Succeeded);

    [Fact]
    public void No_rules_are_taken_too() => Assert.True(Validate().Succeeded);

    [Theory]
    [InlineData("", "+46313900699", "Fallback__Rules__0__Prefix ")]
    [InlineData("+", "+46313900699", "Fallback__Rules__0__Prefix ")]
    [InlineData("08", "+46313900699", "Fallback__Rules__0__Prefix ")]
    [InlineData("+46 8", "+46313900699", "Fallback__Rules__0__Prefix ")]
    [InlineData("+46*", "+46313900699", "Fallback__Rules__0__Prefix ")]
    [InlineData("+46", "", "Fallback__Rules__0__Destination ")]
    [InlineData("+46", "112", "Fallback__Rules__0__Destination ")]
    [InlineData("+46", "reception", "Fallback__Rules__0__Destination ")]
    [InlineData("+46", "8:acs:1_2", "Fallback__Rules__0__Destination ")]
    public void A_rule_that_could_not_work_is_found_at_start(string prefix, string destination, string named)
    {
        var failure = Assert.Single(Validate(Rule(prefix, destination)).Failures!);

        Assert.Contains(named, failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_named()
    {
        var failures = Validate(Rule("+46", Numbers.Reception.E164), Rule("x", "y"), Rule("", Numbers.Outside.E164)).Failures!;

        Assert.Equal(
            ["Fallback__Rules__1__Prefix", "Fallback__Rules__1__Destination", "Fallback__Rules__2__Prefix"],
            failures.Select(failure => failure.Split(' ')[0]));
    }

    [Fact]
    public void Rules_that_send_a_call_in_a_circle_are_found_at_start()
    {
        var failures = Validate(
            Rule("+468", Numbers.Reception.E164), Rule("+4631", Numbers.Reserved.E164)).Failures!;

        Assert.All(failures, failure => Assert.Contains("circle", failure, StringComparison.Ordinal));
        Assert.NotEmpty(failures);
    }

    [Fact]
    public void A_rule_may_lead_to_a_number_that_the_same_rule_covers() =>
        Assert.True(Validate(Rule("+4631", Numbers.Reception.E164)).Succeeded);

    private static FallbackOptions.Rule Rule(string prefix, string destination) => new() { Prefix = prefix, Destination = destination };

    private static FallbackRoutes Routes(params FallbackOptions.Rule[] rules) => new(Options.Create(new FallbackOptions { Rules = rules }));

    private static ValidateOptionsResult Validate(params FallbackOptions.Rule[] rules) =>
        new FallbackOptionsValidation().Validate(null, new FallbackOptions { Rules = rules });
}
