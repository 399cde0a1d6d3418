using Koppla.Cli.Tests.Fakes;

namespace Koppla.Cli.Tests.Numbers;

/// <summary><c>numbers explain</c>.</summary>
public sealed class ExplainTests
{
    private const string Explained = """{"number":"+46846500410","at":"2026-12-24T17:00:00+01:00","decision":{"kind":"forward"},"rule":"reserved-forwarded","why":[],"sentences":["08-465 004 10 is a reserved number and is forwarded to 070-174 06 60."],"hops":[],"story":[{"decision":{"kind":"forward"},"sentence":"The call goes to 070-174 06 60.","why":[]}]}""";

    [Fact]
    public async Task It_tells_the_rule_the_reasons_and_what_happens()
    {
        var shell = new Shell();
        shell.Api.Answer(Explained);
        var ended = await shell.RunAsync("numbers", "explain", "08-465 004 10");
        Assert.Equal(0, ended.Code);
        Assert.Contains("A withheld number calls +46846500410 at 2026-12-24T17:00:00+01:00", ended.Out, StringComparison.Ordinal);
        Assert.Contains("decided by reserved-forwarded", ended.Out, StringComparison.Ordinal);
        Assert.Contains("  - 08-465 004 10 is a reserved number and is forwarded to 070-174 06 60.", ended.Out, StringComparison.Ordinal);
        Assert.Contains("  - The call goes to 070-174 06 60.", ended.Out, StringComparison.Ordinal);
        Assert.Equal("""{"number":"08-465 004 10"}""", shell.Api.Request.Body);
        Assert.Equal("decisions/explain", shell.Api.Request.Path);
    }

    [Fact]
    public async Task All_that_can_be_thought_of_goes_to_the_api()
    {
        var shell = new Shell();
        shell.Api.Answer(Explained);
        await shell.RunAsync(
            "numbers", "explain", "1", "--caller", "2", "--at", "2026-12-24T17:00:00+01:00", "--as-of", "2026-11-01T00:00:00Z",
            "--busy", "3", "4", "--no-answer", "5", "--referral-heard", "1", "--language", "sv");
        Assert.Equal(
            """{"number":"1","caller":"2","at":"2026-12-24T17:00:00+01:00","asOf":"2026-11-01T00:00:00Z","lines":{"3":"busy","4":"busy","5":"no-answer"},"referralHeard":["1"]}""",
            shell.Api.Request.Body);
        Assert.Equal("sv", $"{shell.Api.Request.Headers.AcceptLanguage}");
    }
}
