using System.Text.Json;
using Koppla.Cli.Tests.Fakes;

namespace Koppla.Cli.Tests;

/// <summary>Lists: tables for people, JSON for programs, all pages for both.</summary>
public sealed class ListTests
{
    private const string First = """{"items":[{"number":"+46846500410","kind":"fixed","state":"reserved","forwarding":{"destination":"+46701740660","enabled":true}},{"number":"+46846500411", "kind":"fixed","state":"reserved","forwarding":{"destination":"+46701740661","enabled":false}}],"continuation":"a b+c"}""";
    private const string Second = """{"items":[{"number":"+46846500420","kind":"fixed","state":"assigned","user":"u1","holder":"Anna Berg","new":{"member":1.50}}]}""";

    [Fact]
    public async Task A_table_has_the_numbers_of_all_pages()
    {
        var shell = TwoPages();
        var ended = await shell.RunAsync("numbers", "list");
        Assert.Equal(0, ended.Code);
        Assert.Matches("number +kind +state +holder +forwarded to", ended.Out);
        Assert.Matches(@"\+46846500410 +fixed +reserved +\+46701740660", ended.Out);
        Assert.Matches(@"\+46846500411 +fixed +reserved +\+46701740661 \(off\)", ended.Out);
        Assert.Matches(@"\+46846500420 +fixed +assigned +Anna Berg", ended.Out);
        Assert.Contains("3 numbers.", ended.Error, StringComparison.Ordinal);
        Assert.Equal(["numbers?limit=200", "numbers?limit=200&continuation=a%20b%2Bc"], shell.Api.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task Json_is_one_array_of_the_items_as_they_came()
    {
        var ended = await TwoPages().RunAsync("numbers", "list", "--json");
        Assert.Equal(3, JsonDocument.Parse(ended.Out).RootElement.GetArrayLength());
        Assert.Contains("""{"number":"+46846500411", "kind":"fixed",""", ended.Out, StringComparison.Ordinal);
        Assert.Contains("\"new\":{\"member\":1.50}", ended.Out, StringComparison.Ordinal);
        Assert.Empty(ended.Error);
    }

    [Fact]
    public async Task An_empty_list_is_an_empty_array()
    {
        var shell = new Shell();
        shell.Api.Answer("""{"items":[]}""");
        Assert.Equal("[]" + Environment.NewLine, (await shell.RunAsync("users", "list", "--json")).Out);
    }

    [Fact]
    public async Task First_asks_for_no_more_than_it_needs()
    {
        var shell = TwoPages();
        var ended = await shell.RunAsync("numbers", "list", "--first", "2", "--json");
        Assert.Equal("numbers?limit=2", shell.Api.Request.Path);
        Assert.Equal(2, JsonDocument.Parse(ended.Out).RootElement.GetArrayLength());
    }

    [Fact]
    public async Task First_goes_over_pages()
    {
        var shell = TwoPages();
        var ended = await shell.RunAsync("numbers", "list", "--first", "3", "--json");
        Assert.Equal(["numbers?limit=3", "numbers?limit=1&continuation=a%20b%2Bc"], shell.Api.Requests.Select(request => request.Path));
        Assert.Equal(3, JsonDocument.Parse(ended.Out).RootElement.GetArrayLength());
    }

    [Fact]
    public async Task A_page_that_is_longer_than_was_asked_for_is_shown_whole()
    {
        var shell = new Shell();
        shell.Api.Answer($$"""{"items":[{{string.Join(',', Enumerable.Range(0, 201).Select(i => $$"""{"number":"+46846500{{i:000}}"}"""))}}]}""");
        Assert.Equal(201, JsonDocument.Parse((await shell.RunAsync("numbers", "list", "--query", "berg", "--json")).Out).RootElement.GetArrayLength());
    }

    [Fact]
    public async Task Half_a_list_is_not_printed()
    {
        var shell = new Shell();
        shell.Api.Answer(First).Refuse(500, """{"title":"internal-server-error"}""");
        var ended = await shell.RunAsync("numbers", "list", "--json");
        Assert.Equal((3, ""), (ended.Code, ended.Out));
    }

    [Theory]
    [InlineData("numbers list --query 46500 --state reserved --kind fixed --forwarded false", "numbers?q=46500&state=reserved&kind=fixed&forwarded=false&limit=200")]
    [InlineData("users list --query Växeln", "users?q=V%C3%A4xeln&limit=200")]
    [InlineData("audit list --from 2026-11-24T08:00:00+01:00 --to 2026-11-25T08:00:00Z --person p1 --object number:+46846500410 --first 10", "audit?from=2026-11-24T08%3A00%3A00%2B01%3A00&to=2026-11-25T08%3A00%3A00Z&person=p1&object=number%3A%2B46846500410&limit=10")]
    [InlineData("webhook dead-letters", "organisation/webhook/dead-letters?limit=200")]
    public async Task What_is_looked_for_goes_to_the_api(string line, string path)
    {
        var shell = new Shell();
        shell.Api.Answer("""{"items":[]}""");
        Assert.Equal(0, (await shell.RunAsync(line.Split(' '))).Code);
        Assert.Equal(path, shell.Api.Request.Path);
    }

    [Fact]
    public async Task Users_are_shown_with_their_numbers()
    {
        var shell = new Shell();
        shell.Api.Answer("""{"items":[{"id":"u1","name":"Anna [Växeln] Berg","department":"Växeln","numbers":["+46846500420","+46701740605"],"language":"swedish"}]}""");
        var ended = await shell.RunAsync("users", "list");
        Assert.Matches(@"u1 +Anna \[Växeln\] Berg +Växeln +\+46846500420, \+46701740605", ended.Out);
    }

    [Fact]
    public async Task Changes_are_shown_with_all_that_the_api_tells_of_them()
    {
        var shell = new Shell();
        shell.Api.Answer("""{"items":[{"id":"c2","action":"forwarding-set","by":{"person":"p1"}},{"id":"c1","refused":"number-assigned"}]}""");
        var ended = await shell.RunAsync("audit", "list");
        Assert.Matches("id +action +by.person +refused", ended.Out);
        Assert.Matches("c2 +forwarding-set +p1", ended.Out);
        Assert.Matches("c1 +number-assigned", ended.Out);
    }

    [Fact]
    public async Task A_change_is_shown_as_what_it_was_before_and_after()
    {
        var shell = new Shell();
        shell.Api.Answer("""{"id":"c1","at":"2026-11-24T08:00:00Z","before":{"destination":"+46701740660","enabled":true},"after":{"destination":"+46701740661","enabled":true}}""");
        var ended = await shell.RunAsync("audit", "get", "c1");
        Assert.Matches("id +c1", ended.Out);
        Assert.Matches(@"destination +\+46701740660 +\+46701740661", ended.Out);
        Assert.DoesNotContain("enabled", ended.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_did_not_exist_before_a_change_has_no_before()
    {
        var shell = new Shell();
        shell.Api.Answer("""{"id":"c1","after":{"destination":"+46701740661"}}""");
        Assert.Matches(@"destination +\+46701740661", (await shell.RunAsync("audit", "get", "c1")).Out);
    }

    private static Shell TwoPages()
    {
        var shell = new Shell();
        shell.Api.Answer(First).Answer(Second);
        return shell;
    }
}
