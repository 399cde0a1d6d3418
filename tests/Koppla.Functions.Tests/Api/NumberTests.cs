using System.Net;
using System.Text.Json.Nodes;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Tests.Api;

public sealed class NumberTests(ApiFixture fixture)
{
    [Fact]
    public async Task An_organisation_sees_its_numbers_in_order_and_nobody_elses()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var other = await Tenant.CreateAsync(fixture);
        var reserved = await tenant.ReservedAsync();
        await other.ReservedAsync();
        var forwarded = await tenant.ReservedAsync(Numbers.Outside, enabled: false);
        var assigned = await tenant.AssignedAsync();

        var list = await tenant.GetAsync("numbers").JsonAsync();

        Assert.Null(list["continuation"]);
        Assert.Equal([reserved.E164, forwarded.E164, assigned.E164], Listed(list));
        var items = list["items"]!.AsArray();
        Answers.AssertJson($$"""{"number":"{{reserved.E164}}","kind":"fixed","state":"reserved"}""", items[0]);
        Answers.AssertJson($$"""{"destination":"{{Numbers.Outside.E164}}","enabled":false}""", items[1]!["forwarding"]);
        Assert.Equal("assigned", items[2]!["state"]!.GetValue<string>());
        Assert.True(Guid.TryParse(items[2]!["user"]!.GetValue<string>(), out _));
    }

    [Fact]
    public async Task An_organisation_without_numbers_has_an_empty_list()
    {
        using var tenant = await Tenant.CreateAsync(fixture);

        Assert.Equal("""{"items":[]}""", (await tenant.GetAsync("numbers").JsonAsync()).ToJsonString());
    }

    [Fact]
    public async Task Pages_neither_repeat_nor_skip_a_number_while_others_are_added()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var numbers = new List<PhoneNumber>();
        for (var i = 0; i < 7; i++)
        {
            numbers.Add(await tenant.ReservedAsync());
        }

        var seen = new List<string>();
        string? continuation = null;
        do
        {
            var page = await tenant.GetAsync($"numbers?limit=2&continuation={continuation}").JsonAsync();
            Assert.InRange(page["items"]!.AsArray().Count, 1, 2);
            seen.AddRange(Listed(page));
            continuation = page["continuation"]?.GetValue<string>();
            if (seen.Count == 2)
            {
                await tenant.ReservedAsync(number: Numbers.Of($"+468464{numbers[0].Digits[6..]}"));
            }
        }
        while (continuation is not null);

        Assert.Equal(numbers.Select(number => number.E164), seen);
    }

    [Fact]
    public async Task A_full_last_page_has_no_continuation()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        await tenant.ReservedAsync();
        await tenant.ReservedAsync();

        Assert.Null((await tenant.GetAsync("numbers?limit=2").JsonAsync())["continuation"]);
        Assert.NotNull((await tenant.GetAsync("numbers?limit=1").JsonAsync())["continuation"]);
    }

    [Fact]
    public async Task A_list_can_be_of_one_state()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var reserved = await tenant.ReservedAsync();
        var assigned = await tenant.AssignedAsync();

        Assert.Equal([reserved.E164], Listed(await tenant.GetAsync("numbers?state=reserved").JsonAsync()));
        Assert.Equal([assigned.E164], Listed(await tenant.GetAsync("numbers?state=assigned").JsonAsync()));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=1.5", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("limit=99999999999999999999", "limit")]
    [InlineData("state=sold", "state")]
    [InlineData("state=Reserved", "state")]
    [InlineData("state=reserved&state=assigned", "state")]
    [InlineData("state='%20or%20true", "state")]
    [InlineData("continuation=x", "continuation")]
    [InlineData("continuation=!!!", "continuation")]
    [InlineData("continuation=NDY4NDY1MDA0MTA&continuation=NDY4NDY1MDA0MTA", "continuation")]
    [InlineData("continuation=JyBvciB0cnVl", "continuation")]
    [InlineData("continuation=MTEy", "continuation")]
    public async Task A_parameter_that_is_not_what_it_should_be_is_named(string query, string field)
    {
        using var tenant = await Tenant.CreateAsync(fixture);

        await tenant.GetAsync($"numbers?{query}").ProblemAsync(400, "parameter-not-valid", field);
    }

    [Fact]
    public async Task A_continuation_that_is_longer_than_ours_is_refused()
    {
        using var tenant = await Tenant.CreateAsync(fixture);

        await tenant.GetAsync($"numbers?continuation={new string('A', 4000)}").ProblemAsync(400, "parameter-not-valid", "continuation");
    }

    [Theory]
    [InlineData("numbers?limit=1")]
    [InlineData("numbers?limit=200")]
    [InlineData("numbers/")]
    [InlineData("NUMBERS?state=")]
    public async Task The_bounds_are_allowed(string path)
    {
        using var tenant = await Tenant.CreateAsync(fixture);

        Assert.Equal(HttpStatusCode.OK, await tenant.GetAsync(path).StatusAsync());
    }

    [Fact]
    public async Task The_continuation_of_another_organisation_shows_nothing_of_it()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var other = await Tenant.CreateAsync(fixture);
        await other.ReservedAsync();
        await other.ReservedAsync();
        var foreign = (await other.GetAsync("numbers?limit=1").JsonAsync())["continuation"]!.GetValue<string>();

        Assert.Empty(Listed(await tenant.GetAsync($"numbers?continuation={foreign}").JsonAsync()));
    }

    [Fact]
    public async Task A_number_is_found_in_any_usual_spelling()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync(Numbers.Outside);
        var local = number.E164[4..];
        string[] spellings =
        [
            number.E164, number.Digits.Insert(0, "00"), $"08{local}", $"08-{local[..3]}%20{local[3..]}", $"%2B46%20(0)8%20{local}", $"tel:{number.E164}",
        ];

        foreach (var spelling in spellings)
        {
            var found = await tenant.GetAsync($"numbers/{spelling}").JsonAsync();
            Assert.Equal(number.E164, found["number"]!.GetValue<string>());
        }
    }

    [Theory]
    [InlineData("x", "number-not-a-number")]
    [InlineData("112", "number-emergency")]
    [InlineData("08", "number-short")]
    [InlineData("+46846500410;ext=7", "number-has-extension")]
    [InlineData("+4684650041099999999999", "number-too-long")]
    [InlineData("'%20or%20'1'='1", "number-not-a-number")]
    public async Task What_is_no_number_is_told_so(string text, string name)
    {
        using var tenant = await Tenant.CreateAsync(fixture);

        await tenant.GetAsync($"numbers/{text}").ProblemAsync(400, name, "number");
    }

    [Fact]
    public async Task A_number_of_nobody_or_of_another_organisation_is_not_found()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var other = await Tenant.CreateAsync(fixture);
        var foreign = await other.ReservedAsync();

        var missing = await tenant.GetAsync($"numbers/{fixture.NewNumber().E164}").ProblemAsync(404, "number-not-found", "number");
        var hidden = await tenant.GetAsync($"numbers/{foreign.E164}").ProblemAsync(404, "number-not-found", "number");

        Assert.True(missing.Remove("traceId") && hidden.Remove("traceId"));
        Assert.Equal(missing.ToJsonString(), hidden.ToJsonString());
    }

    [Fact]
    public async Task An_assigned_number_shows_whose_it_is()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.AssignedAsync(new AppDevice("8:acs:1_anna"));

        var found = await tenant.GetAsync($"numbers/{number.E164}").JsonAsync();

        Assert.Equal(["holder", "kind", "number", "state", "user"], found.Select(member => member.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("numbers/{0}/nothing")]
    [InlineData("numbers/{0}/forwarding/nothing")]
    [InlineData("nothing")]
    public async Task A_path_that_leads_nowhere_is_a_problem_document(string path)
    {
        using var tenant = await Tenant.CreateAsync(fixture);

        await tenant.GetAsync(string.Format(path, "+46846500410")).ProblemAsync(404, "not-found");
    }

    [Theory]
    [InlineData("PUT", "numbers")]
    [InlineData("PUT", "numbers/+46846500410")]
    [InlineData("POST", "numbers/+46846500410/forwarding")]
    [InlineData("DELETE", "calls")]
    public async Task A_method_that_is_not_offered_is_a_problem_document(string method, string path)
    {
        using var tenant = await Tenant.CreateAsync(fixture);

        await tenant.SendAsync(new HttpMethod(method), path).ProblemAsync(405, "method-not-allowed");
    }

    private static IEnumerable<string> Listed(JsonObject list) =>
        list["items"]!.AsArray().Select(item => item!["number"]!.GetValue<string>());
}
