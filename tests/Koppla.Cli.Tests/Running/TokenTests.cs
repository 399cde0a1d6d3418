using Koppla.Cli.Tests.Fakes;

namespace Koppla.Cli.Tests.Running;

/// <summary>The token is not shown, whatever happens.</summary>
public sealed class TokenTests
{
    private static readonly string Token = Tokens.Administrator;

    [Theory]
    [InlineData("--help")]
    [InlineData("numbers list --help")]
    [InlineData("numbers list --tokn {0}")]
    [InlineData("numbers list {0}")]
    [InlineData("numbers {0}")]
    [InlineData("{0}")]
    [InlineData("numbers list --token {0} --token {0}")]
    [InlineData("numbers list --token {0} --server {0}")]
    [InlineData("numbers list --token {0} --server http://koppla.example")]
    [InlineData("numbers list --token {0} --first many")]
    [InlineData("numbers list --token {0}å")]
    [InlineData("numbers list --token={0} --state {0}")]
    public async Task Mistakes_do_not_repeat_it(string line)
    {
        var ended = await new Shell().RunAsync(string.Format(null, line, Token).Split(' '));
        Assert.DoesNotContain(Token, ended.All, StringComparison.Ordinal);
        Assert.NotEmpty(ended.All);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task An_answer_that_repeats_it_is_shown_without_it(int status)
    {
        var shell = new Shell();
        var problem = """{"title":"not-TOKEN","detail":"Bearer TOKEN is no good.","errors":{"TOKEN":["TOKEN"]}}""".Replace("TOKEN", Token, StringComparison.Ordinal);
        for (var tries = 0; tries < 4; tries++)
        {
            shell.Api.Refuse(status, problem, response => response.Headers.WwwAuthenticate.ParseAdd($"Bearer realm=\"{Token}\""));
        }

        var ended = await shell.RunAsync("numbers", "list");
        Assert.NotEqual(0, ended.Code);
        Assert.DoesNotContain(Token, ended.All, StringComparison.Ordinal);
        Assert.NotEmpty(ended.Error);
    }

    [Fact]
    public async Task An_opaque_token_is_not_shown_either()
    {
        var shell = new Shell();
        shell.Api.Refuse(400, """{"title":"body-not-valid","detail":"What is open-sesame-1234?"}""");
        var ended = await shell.RunAsync("numbers", "list", "--token", "open-sesame-1234");
        Assert.DoesNotContain("open-sesame-1234", ended.All, StringComparison.Ordinal);
        Assert.Contains("What is (token)?", ended.Error, StringComparison.Ordinal);
    }
}
