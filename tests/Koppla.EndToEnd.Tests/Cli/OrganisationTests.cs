namespace Koppla.EndToEnd.Tests.Cli;

/// <summary>What an administrator does with the organisation and its users from the command line.</summary>
public sealed class OrganisationTests(StackFixture fixture)
{
    [Fact]
    public async Task A_user_is_made_listed_found_and_removed()
    {
        var shell = await Shell.OpenAsync(fixture);
        var made = (await shell.DoAsync("users", "create", "name=Åsa Öberg", "department=Växeln", "language=swedish", "--json")).Json;
        var id = made.GetProperty("id").GetString()!;
        await shell.DoAsync("users", "create", "name=Bo Ek");

        Assert.Equal(2, (await shell.DoAsync("users", "list", "--json")).Json.GetArrayLength());
        Assert.Matches($"{id} +Åsa Öberg +Växeln", (await shell.DoAsync("users", "list", "--query", "väx")).Out);
        Assert.Equal("Removed.", (await shell.DoAsync("users", "remove", id)).LastLine);
        Assert.Empty((await shell.DoAsync("users", "list", "--query", "öberg", "--json")).Json.EnumerateArray());
    }

    [Fact]
    public async Task The_organisation_its_policy_and_the_health_of_its_forwards_are_shown_and_changed()
    {
        var shell = await Shell.OpenAsync(fixture);
        Assert.Matches("name +Testbolaget AB", (await shell.DoAsync("organisation", "get")).Out);

        await shell.DoAsync("organisation", "policy", "destination", "set", "countries=SE,NO", "externalForwards.setBy=administrators");
        var policy = (await shell.DoAsync("organisation", "policy", "destination", "get")).Out;
        Assert.Matches("countries +NO, SE", policy);
        Assert.Matches(@"externalForwards\.setBy +administrators", policy);

        Assert.Contains("forward-health-not-found", (await shell.RunAsync("organisation", "health")).Error, StringComparison.Ordinal);
        var checkedNow = (await shell.DoAsync("organisation", "health", "--check")).Out;
        Assert.Equal(checkedNow, (await shell.DoAsync("organisation", "health")).Out);
    }

    [Fact]
    public async Task Who_changed_what_is_listed_with_what_it_was_before()
    {
        var shell = await Shell.OpenAsync(fixture);
        await shell.DoAsync("organisation", "set", "name=Nya Testbolaget AB");

        var change = Assert.Single((await shell.DoAsync("audit", "list", "--object", "organisation", "--json")).Json.EnumerateArray());
        var shown = await shell.DoAsync("audit", "get", change.GetProperty("id").GetString()!);

        Assert.Matches("name +Testbolaget AB +Nya Testbolaget AB", shown.Out);
    }

    [Fact]
    public async Task A_webhook_is_set_with_a_secret_that_is_shown_once_and_turned_off()
    {
        var shell = await Shell.OpenAsync(fixture);
        Assert.Contains("webhook-not-found", (await shell.RunAsync("webhook", "get")).Error, StringComparison.Ordinal);

        Assert.Matches("secret +whsec_", (await shell.DoAsync("webhook", "set", "https://hooks.example/koppla")).Out);
        await shell.DoAsync("webhook", "set", "--enabled", "false");

        var shown = (await shell.DoAsync("webhook", "get")).Out;
        Assert.Matches("url +https://hooks.example/koppla", shown);
        Assert.Matches("enabled +false", shown);
        Assert.DoesNotContain("whsec_", shown, StringComparison.Ordinal);
    }
}
