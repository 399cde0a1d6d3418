using System.Text.Json.Nodes;
using Koppla.Functions.Tests.Api;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Tests.NumberLists;

public sealed class SearchTests(ApiFixture fixture)
{
    [Fact]
    public async Task Numbers_are_found_by_any_part_in_any_spelling_and_no_others()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var other = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync();
        await tenant.ReservedAsync(number: fixture.NewMobile());
        await other.ReservedAsync();
        var national = $"08-{number.Digits[3..6]} {number.Digits[6..]}";

        foreach (var part in new[] { number.E164, national, national[3..], $"+46 (0)8 {number.Digits[3..]}", number.Digits[5..] })
        {
            Assert.Equal([number.E164], await FindAsync(tenant, $"q={Uri.EscapeDataString(part)}"));
        }

        Assert.Empty(await FindAsync(tenant, "q=99999"));
    }

    [Fact]
    public async Task Pages_of_a_search_neither_repeat_nor_skip_a_number_while_others_come_and_go()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var numbers = new List<PhoneNumber>();
        for (var i = 0; i < 7; i++)
        {
            numbers.Add(await tenant.ReservedAsync());
        }

        var first = await tenant.GetAsync("numbers?q=08-465&limit=3").JsonAsync();
        await tenant.ReservedAsync(number: Numbers.Of($"+468465{(int.Parse(numbers[0].Digits[6..]) - 1) % 100000:D5}"));
        Assert.Equal(204, (int)await tenant.DeleteAsync($"numbers/{numbers[2].E164}").StatusAsync());
        var second = await tenant.GetAsync($"numbers?q=08-465&limit=3&continuation={first["continuation"]}").JsonAsync();
        var third = await tenant.GetAsync($"numbers?q=08-465&limit=3&continuation={second["continuation"]}").JsonAsync();

        Assert.Equal(numbers.Select(number => number.E164), Listed(first).Concat(Listed(second)).Concat(Listed(third)));
        Assert.Null(third["continuation"]);
    }

    [Fact]
    public async Task A_list_and_a_search_can_be_of_one_state_one_kind_and_forwarded_or_not()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var plain = await tenant.ReservedAsync();
        var forwarded = await tenant.ReservedAsync(Numbers.Outside);
        var off = await tenant.ReservedAsync(Numbers.Outside, enabled: false);
        var mobile = await tenant.ReservedAsync(number: fixture.NewMobile());
        var assigned = await tenant.AssignedAsync();

        foreach (var q in new[] { "", "&q=46" })
        {
            Assert.Equal([forwarded.E164], await FindAsync(tenant, $"forwarded=true{q}"));
            Assert.Equal(new[] { mobile, plain, off, assigned }.Select(each => each.E164).Order(StringComparer.Ordinal), (await FindAsync(tenant, $"forwarded=false{q}")).Order(StringComparer.Ordinal));
            Assert.Equal([mobile.E164], await FindAsync(tenant, $"kind=mobile{q}"));
            Assert.Equal([assigned.E164], await FindAsync(tenant, $"state=assigned&kind=fixed{q}"));
            Assert.Empty(await FindAsync(tenant, $"state=assigned&forwarded=true{q}"));
        }
    }

    [Fact]
    public async Task A_list_tells_who_holds_a_number()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        await tenant.AssignedAsync();

        var item = Assert.Single((await tenant.GetAsync("numbers").JsonAsync())["items"]!.AsArray());

        Assert.Equal("Anna Berg", item!["holder"]!.GetValue<string>());
    }

    [Fact]
    public async Task Numbers_are_found_by_the_name_of_who_holds_them()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        await tenant.ReservedAsync();
        string[] both = [anna.Fixed.E164, anna.Mobile.E164];

        Assert.Equal(both, await FindAsync(tenant, "q=berg"));
        Assert.Equal(both, await FindAsync(tenant, "q=Anna%20B&state=assigned&forwarded=false"));
        Assert.Equal([anna.Mobile.E164], await FindAsync(tenant, "q=anna&kind=mobile"));
        Assert.Empty(await FindAsync(tenant, "q=anna&state=reserved"));
        Assert.Empty(await FindAsync(tenant, "q=anna&forwarded=true"));
        Assert.Empty(await FindAsync(tenant, "q=lindqvist"));
        await tenant.GetAsync("numbers?q=anna&continuation=eA").ProblemAsync(400, "parameter-not-valid", "continuation");
    }

    [Theory]
    [InlineData("q=4", "q")]
    [InlineData("q=--", "q")]
    [InlineData("kind=landline", "kind")]
    [InlineData("forwarded=yes", "forwarded")]
    [InlineData("forwarded=true&forwarded=false", "forwarded")]
    public async Task A_parameter_that_is_not_what_it_should_be_is_named(string query, string field)
    {
        using var tenant = await Tenant.CreateAsync(fixture);

        await tenant.GetAsync($"numbers?{query}").ProblemAsync(400, "parameter-not-valid", field);
    }

    private static async Task<IReadOnlyList<string>> FindAsync(Tenant tenant, string query) =>
        [.. Listed(await tenant.GetAsync($"numbers?{query}").JsonAsync())];

    private static IEnumerable<string> Listed(JsonObject list) =>
        list["items"]!.AsArray().Select(item => item!["number"]!.GetValue<string>());
}
