namespace Koppla.EndToEnd.Tests.Cli;

/// <summary>What an administrator does with numbers from the command line.</summary>
public sealed class NumberTests(StackFixture fixture)
{
    [Fact]
    public async Task A_number_is_taken_up_given_to_a_user_taken_back_and_given_up()
    {
        var shell = await Shell.OpenAsync(fixture);
        var number = TestNumbers.Fixed();
        var user = (await shell.DoAsync("users", "create", "name=Anna Berg", "--json")).Json.GetProperty("id").GetString()!;

        Assert.Matches($@"\{number.E164} fixed +reserved", (await shell.DoAsync("numbers", "reserve", number.Display)).Out);
        Assert.Matches($@"\{number.E164} fixed +assigned", (await shell.DoAsync("numbers", "assign", number.Display, user)).Out);
        Assert.Equal("Anna Berg", Assert.Single((await shell.DoAsync("numbers", "list", "--query", "berg", "--json")).Json.EnumerateArray()).GetProperty("holder").GetString());
        Assert.Contains("number-assigned", (await shell.RunAsync("numbers", "release", number.Display)).Error, StringComparison.Ordinal);
        await shell.DoAsync("numbers", "unassign", number.Display);
        Assert.Matches($@"\{number.E164} fixed +reserved", (await shell.DoAsync("numbers", "list", "--query", number.Digits[^6..], "--state", "reserved")).Out);
        await shell.DoAsync("numbers", "release", number.Display);

        var gone = await shell.RunAsync("numbers", "get", number.Display);
        Assert.Equal((1, ""), (gone.Code, gone.Out));
        Assert.StartsWith("Refused: number-not-found (404).", gone.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_is_forwarded_turned_off_and_forwarded_with_its_range_and_calls_follow()
    {
        var shell = await Shell.OpenAsync(fixture);
        var range = TestNumbers.FixedRange(3);
        var (first, second) = (TestNumbers.External(), TestNumbers.External());
        await shell.Tenant.ReserveAsync(range[0]);
        await shell.Tenant.ReserveAsync(range[1]);
        await shell.Tenant.UserAsync(range[2]);

        await shell.DoAsync("numbers", "forward", range[0].Display, first.Display);
        Assert.Equal(first.E164, (await shell.Tenant.CallAsync(range[0])).Outcome?.Number);

        await shell.DoAsync("numbers", "forward", range[0].Display, "--enabled", "false");
        Assert.Equal("none", (await shell.Tenant.CallAsync(range[0])).Outcome?.Reason);

        var ended = await shell.RunAsync("numbers", "forward-range", range[0].Display, range[2].Display, second.Display);
        Assert.Equal((1, "0 created, 2 changed, 0 unchanged, 1 refused."), (ended.Code, ended.LastLine));
        Assert.Matches($@"\{range[2].E164} number-assigned", ended.Out);
        Assert.Equal(second.E164, (await shell.Tenant.CallAsync(range[1])).Outcome?.Number);
        Assert.Contains(
            $"The call goes to {second.Display}.", (await shell.DoAsync("numbers", "explain", range[0].Display)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reserved_mobile_number_is_not_forwarded_for_it_needs_a_SIM_card()
    {
        var shell = await Shell.OpenAsync(fixture);
        var number = await shell.Tenant.ReserveAsync(TestNumbers.Mobile());

        var refused = await shell.RunAsync("numbers", "forward", number.Display, TestNumbers.External().Display);
        Assert.Equal(1, refused.Code);
        Assert.StartsWith("Refused: reserved-mobile-needs-sim (422).", refused.Error, StringComparison.Ordinal);
        Assert.Contains("it needs an active SIM card.", refused.Error, StringComparison.Ordinal);

        var explained = await shell.DoAsync("numbers", "explain", number.Display, "--language", "sv");
        Assert.Contains($"{number.Display} är ett reserverat mobilnummer och kräver ett aktivt SIM-kort.", explained.Out, StringComparison.Ordinal);
    }
}
