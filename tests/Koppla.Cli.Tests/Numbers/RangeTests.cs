using Koppla.Cli.Tests.Fakes;

namespace Koppla.Cli.Tests.Numbers;

/// <summary><c>numbers forward-range</c>.</summary>
public sealed class RangeTests
{
    private const string Report = """{"items":[{"number":"+46846500410","outcome":"changed"},{"number":"+46846500411","outcome":"refused","problem":{"title":"number-assigned","detail":"It is a user's."}}],"created":0,"changed":1,"unchanged":0,"refused":1}""";

    [Theory]
    [InlineData("1 2 3", """{"from":"1","to":"2","destination":"3"}""")]
    [InlineData("1 2 3 --enabled false", """{"from":"1","to":"2","destination":"3","enabled":false}""")]
    [InlineData("1 2 --remove", """{"from":"1","to":"2","destination":null}""")]
    public async Task The_range_is_changed_in_one_request(string words, string body)
    {
        var shell = new Shell();
        shell.Api.Answer("""{"items":[],"created":0,"changed":2,"unchanged":0,"refused":0}""");
        var ended = await shell.RunAsync(["numbers", "forward-range", .. words.Split(' ')]);
        Assert.Equal(0, ended.Code);
        Assert.Equal(("POST", "numbers/forwarding", body), (shell.Api.Request.Method, shell.Api.Request.Path, shell.Api.Request.Body));
    }

    [Fact]
    public async Task Numbers_that_are_refused_are_told_and_the_exit_code_says_so()
    {
        var shell = new Shell();
        shell.Api.Answer(Report);
        var ended = await shell.RunAsync("numbers", "forward-range", "1", "2", "3");
        Assert.Equal(1, ended.Code);
        Assert.Matches(@"\+46846500411 +number-assigned +It is a user's\.", ended.Out);
        Assert.DoesNotContain("+46846500410", ended.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_the_report_as_it_came()
    {
        var shell = new Shell();
        shell.Api.Answer(Report);
        var ended = await shell.RunAsync("numbers", "forward-range", "1", "2", "3", "--json");
        Assert.Equal((1, Report + Environment.NewLine), (ended.Code, ended.Out));
    }
}
