using Koppla.Cli.Tests.Fakes;

namespace Koppla.Cli.Tests.Output;

/// <summary>Colours and lines are for people at a terminal.</summary>
public sealed class ColourTests
{
    private const string Escape = "\u001b[";
    private const string Numbers = """{"items":[{"number":"+46846500410","kind":"fixed","state":"reserved"}]}""";

    [Fact]
    public async Task A_terminal_gets_colours_and_lines()
    {
        var ended = await ListAsync(isTerminal: true);
        Assert.Contains(Escape, ended.Out, StringComparison.Ordinal);
        Assert.Contains('│', ended.Out);
    }

    [Fact]
    public async Task Redirected_output_gets_neither()
    {
        var ended = await ListAsync(isTerminal: false);
        Assert.DoesNotContain(Escape, ended.All, StringComparison.Ordinal);
        Assert.DoesNotContain('│', ended.Out);
        Assert.Matches(@"\+46846500410 +fixed +reserved", ended.Out);
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public async Task A_terminal_without_colours_gets_lines_only(string variable, string value)
    {
        var ended = await ListAsync(isTerminal: true, (variable, value));
        Assert.DoesNotContain(Escape, ended.All, StringComparison.Ordinal);
        Assert.Contains('│', ended.Out);
    }

    [Fact]
    public async Task An_empty_NO_COLOR_says_nothing() =>
        Assert.Contains(Escape, (await ListAsync(isTerminal: true, ("NO_COLOR", ""))).Out, StringComparison.Ordinal);

    [Fact]
    public async Task Json_has_no_colours_at_a_terminal_either()
    {
        var shell = new Shell { IsTerminal = true };
        shell.Api.Answer("""{"name":"Exempel AB"}""");
        Assert.Equal("""{"name":"Exempel AB"}""" + Environment.NewLine, (await shell.RunAsync("organisation", "get", "--json")).Out);
    }

    [Fact]
    public async Task Redirected_lines_are_not_broken()
    {
        var shell = new Shell();
        var name = new string('x', 500);
        shell.Api.Answer($$"""{"items":[{"id":"u1","name":"{{name}}"}]}""");
        Assert.Contains(name, (await shell.RunAsync("users", "list")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_does_not_steer_the_terminal()
    {
        var shell = new Shell { IsTerminal = true };
        shell.Variables["NO_COLOR"] = "1";
        shell.Api.Answer("""{"items":[{"id":"u1","name":"\u001b[2JAnna\u0007"}]}""");
        var ended = await shell.RunAsync("users", "list");
        Assert.DoesNotContain('\u001b', ended.Out);
        Assert.DoesNotContain('\u0007', ended.Out);
        Assert.Contains("\uFFFD[2JAnna", ended.Out, StringComparison.Ordinal);
    }

    private static Task<Ended> ListAsync(bool isTerminal, params (string Name, string Value)[] variables)
    {
        var shell = new Shell { IsTerminal = isTerminal };
        foreach (var (name, value) in variables)
        {
            shell.Variables[name] = value;
        }

        shell.Api.Answer(Numbers);
        return shell.RunAsync("numbers", "list");
    }
}
