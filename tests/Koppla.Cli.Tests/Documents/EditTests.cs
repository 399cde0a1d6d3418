using Koppla.Cli.Tests.Fakes;

namespace Koppla.Cli.Tests.Documents;

/// <summary>An edit reads, changes what it was told to, and does not overwrite what others changed meanwhile.</summary>
public sealed class EditTests
{
    private const string Version = "\"v1\"";
    private const string Organisation = """{"name":"Exempel AB","timeZone":"Europe/Stockholm","fallback":"+46846500400","new":{"member":[1]}}""";
    private const string Policy = """{"countries":["SE"],"externalForwards":{"setBy":"everyone","confirmFirst":false,"coolDownMinutes":0}}""";

    [Theory]
    [InlineData(Organisation, "name=Annat AB", """{"name":"Annat AB","timeZone":"Europe/Stockholm","fallback":"+46846500400","new":{"member":[1]}}""")]
    [InlineData(Organisation, "name=123", """{"name":"123","timeZone":"Europe/Stockholm","fallback":"+46846500400","new":{"member":[1]}}""")]
    [InlineData(Organisation, "fallback=", """{"name":"Exempel AB","timeZone":"Europe/Stockholm","new":{"member":[1]}}""")]
    [InlineData(Organisation, "new.other=true", """{"name":"Exempel AB","timeZone":"Europe/Stockholm","fallback":"+46846500400","new":{"member":[1],"other":true}}""")]
    [InlineData("""{"name":"A"}""", "holidays.includeEves=true", """{"name":"A","holidays":{"includeEves":true}}""")]
    [InlineData("""{"name":"A"}""", "name=a=b", """{"name":"a=b"}""")]
    [InlineData("""{"name":"A"}""", "mainNumber=+46846500400", """{"name":"A","mainNumber":"+46846500400"}""")]
    public async Task A_member_is_changed_and_all_others_stay(string before, string edit, string after)
    {
        var shell = Present(before);
        var ended = await shell.RunAsync("organisation", "set", edit);
        Assert.Equal(0, ended.Code);
        Assert.Equal(("GET", "organisation"), (shell.Api.Requests[0].Method, shell.Api.Requests[0].Path));
        var put = shell.Api.Requests[1];
        Assert.Equal(("PUT", "organisation", after), (put.Method, put.Path, put.Body));
        Assert.Equal(Version, $"{put.Headers.IfMatch}");
    }

    [Fact]
    public async Task Members_of_a_policy_are_of_the_kind_that_they_were()
    {
        var shell = Present(Policy);
        await shell.RunAsync(
            "organisation", "policy", "destination", "set",
            "countries=SE, NO", "externalForwards.setBy=administrators", "externalForwards.coolDownMinutes=30");
        Assert.Equal("organisation/destination-policy", shell.Api.Requests[1].Path);
        Assert.Equal(
            """{"countries":["SE","NO"],"externalForwards":{"setBy":"administrators","confirmFirst":false,"coolDownMinutes":30}}""",
            shell.Api.Requests[1].Body);
    }

    [Fact]
    public async Task What_a_policy_breaks_is_shown()
    {
        var shell = new Shell();
        shell.Api.Answer(Policy).Answer("""{"countries":["SE"],"breaks":[{"user":"u1","text":"Forwards to Norway."}]}""");
        Assert.Matches(@"breaks\[0\]\.text +Forwards to Norway\.", (await shell.RunAsync("organisation", "policy", "destination", "set", "countries=SE")).Out);
    }

    [Fact]
    public async Task What_is_not_there_yet_is_created_and_never_overwritten()
    {
        var shell = new Shell();
        shell.Api.Refuse(404, """{"title":"organisation-unknown"}""").Answer("{}", 201);
        Assert.Equal(0, (await shell.RunAsync("organisation", "set", "name=Exempel AB")).Code);
        var put = shell.Api.Requests[1];
        Assert.Equal("""{"name":"Exempel AB"}""", put.Body);
        Assert.Equal("*", $"{put.Headers.IfNoneMatch}");
        Assert.Empty(put.Headers.IfMatch);
    }

    [Fact]
    public async Task What_others_changed_meanwhile_is_told()
    {
        var shell = new Shell();
        shell.Api.Answer(Organisation, version: Version).Refuse(412, """{"title":"version-changed","detail":"It has changed since."}""");
        var ended = await shell.RunAsync("organisation", "set", "name=Annat AB");
        Assert.Equal(1, ended.Code);
        Assert.Contains("version-changed", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_not_written()
    {
        var shell = new Shell();
        shell.Api.Refuse(403, """{"title":"forbidden"}""");
        Assert.Equal(1, (await shell.RunAsync("organisation", "set", "name=Annat AB")).Code);
        Assert.Single(shell.Api.Requests);
    }

    [Fact]
    public async Task A_whole_document_replaces_the_one_that_was_read_and_members_change_it()
    {
        var shell = new Shell { In = """{"name":"Nytt AB"}""" };
        shell.Api.Answer(Organisation, version: Version).Answer("{}");
        await shell.RunAsync("organisation", "set", "language=swedish", "--file", "-");
        Assert.Equal("""{"name":"Nytt AB","language":"swedish"}""", shell.Api.Requests[1].Body);
        Assert.Equal(Version, $"{shell.Api.Requests[1].Headers.IfMatch}");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task A_file_that_is_no_document_is_not_sent(string file)
    {
        var shell = new Shell { In = file };
        Assert.Equal(2, (await shell.RunAsync("users", "create", "--file", "-")).Code);
        Assert.Empty(shell.Api.Requests);
    }

    [Fact]
    public async Task A_forwarding_is_turned_off_where_it_goes()
    {
        var shell = Present("""{"destination":"+46701740660","enabled":true,"checkedAt":"2026-11-24T08:00:00Z"}""");
        await shell.RunAsync("numbers", "forward", "1", "--enabled", "false");
        var put = shell.Api.Requests[1];
        Assert.Equal(("numbers/1/forwarding", """{"destination":"+46701740660","enabled":false}"""), (put.Path, put.Body));
        Assert.Equal(Version, $"{put.Headers.IfMatch}");
    }

    [Theory]
    [InlineData("https://new.example", """{"url":"https://new.example","enabled":false}""")]
    [InlineData("--enabled true", """{"url":"https://old.example","enabled":true}""")]
    public async Task A_webhook_keeps_what_is_not_told(string words, string body)
    {
        var shell = Present("""{"url":"https://old.example","enabled":false,"secretMadeAt":"2026-11-24T08:00:00Z"}""");
        await shell.RunAsync(["webhook", "set", .. words.Split(' ')]);
        Assert.Equal(body, shell.Api.Requests[1].Body);
    }

    [Theory]
    [InlineData("numbers forward 1 --enabled false")]
    [InlineData("webhook set --enabled false")]
    public async Task What_is_not_there_is_not_turned_off(string line)
    {
        var shell = new Shell();
        shell.Api.Refuse(404, """{"title":"forwarding-missing","detail":"There is none."}""");
        var ended = await shell.RunAsync(line.Split(' '));
        Assert.Equal(1, ended.Code);
        Assert.Contains("There is none.", ended.Error, StringComparison.Ordinal);
        Assert.Single(shell.Api.Requests);
    }

    [Fact]
    public async Task A_webhook_that_is_not_there_yet_is_made()
    {
        var shell = new Shell();
        shell.Api.Refuse(404, """{"title":"webhook-missing"}""").Answer("{}", 201);
        await shell.RunAsync("webhook", "set", "https://new.example");
        Assert.Equal("""{"url":"https://new.example","enabled":true}""", shell.Api.Requests[1].Body);
    }

    private static Shell Present(string document)
    {
        var shell = new Shell();
        shell.Api.Answer(document, version: Version).Answer(document);
        return shell;
    }
}
