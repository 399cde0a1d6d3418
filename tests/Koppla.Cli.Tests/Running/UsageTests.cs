using Koppla.Cli.Tests.Fakes;

namespace Koppla.Cli.Tests.Running;

/// <summary>What is wrong with a command line is told before anything is sent.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("numbers")]
    [InlineData("numbers lst")]
    [InlineData("numbers get")]
    [InlineData("numbers list --state forwarded")]
    [InlineData("numbers list --first 0")]
    [InlineData("numbers forward 1")]
    [InlineData("numbers forward-range 1 2")]
    [InlineData("numbers forward-range 1 2 3 --remove")]
    [InlineData("organisation set")]
    [InlineData("organisation set name")]
    [InlineData("organisation set .=1")]
    [InlineData("organisation set --file no-such-file.json")]
    [InlineData("webhook set")]
    [InlineData("organisation get --server nonsense")]
    [InlineData("organisation get --server ftp://koppla.example")]
    [InlineData("organisation get --server https://me:secret@koppla.example")]
    public async Task A_wrong_command_line_ends_with_2_and_sends_nothing(string line)
    {
        var shell = new Shell();
        var ended = await shell.RunAsync(line.Split(' '));
        Assert.Equal((2, ""), (ended.Code, ended.Out));
        Assert.NotEmpty(ended.Error);
        Assert.Empty(shell.Api.Requests);
    }

    [Fact]
    public async Task A_slip_of_the_pen_is_told_with_what_may_be_meant()
    {
        var ended = await new Shell().RunAsync("numbers", "lst");
        Assert.Contains("list", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent()
    {
        var shell = new Shell();
        shell.Variables.Clear();
        var ended = await shell.RunAsync("numbers", "list");
        Assert.Equal(2, ended.Code);
        Assert.Contains("KOPPLA_TOKEN", ended.Error, StringComparison.Ordinal);
        Assert.Empty(shell.Api.Requests);
    }

    [Fact]
    public async Task A_token_does_not_travel_to_another_machine_unencrypted()
    {
        var shell = new Shell();
        var ended = await shell.RunAsync("numbers", "list", "--server", "http://koppla.example");
        Assert.Equal(2, ended.Code);
        Assert.Contains("https", ended.Error, StringComparison.Ordinal);
        Assert.Empty(shell.Api.Requests);
    }

    [Fact]
    public async Task Help_tells_the_exit_codes_and_the_groups()
    {
        var ended = await new Shell().RunAsync("--help");
        Assert.Equal(0, ended.Code);
        Assert.Contains("3  the server cannot be reached", ended.Out, StringComparison.Ordinal);
        Assert.All(["numbers", "users", "organisation", "audit", "webhook"], group => Assert.Matches($"(?m)^  {group} ", ended.Out));
    }
}
