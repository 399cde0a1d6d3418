using Koppla.Local.Stack;

namespace Koppla.EndToEnd.Tests.Cli;

/// <summary>Who cannot get in is told what is missing.</summary>
public sealed class AccessTests(StackFixture fixture)
{
    [Fact]
    public async Task Without_a_token_the_program_says_where_to_put_it()
    {
        var shell = new Shell(fixture, fixture.Tenant) { Variables = { ["KOPPLA_TOKEN"] = null } };
        await using var run = shell.Start("numbers", "list");

        Assert.Equal(2, await run.Exited.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        Assert.Contains(run.Output.Last(10), line => line.Contains("KOPPLA_TOKEN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_for_another_API_is_not_accepted()
    {
        var token = fixture.Stack.Simulator.Tokens.PersonToken(fixture.Tenant.Id.Value, Guid.NewGuid(), "Admin", ["Koppla.Admin"], "api://other");

        var ended = await new Shell(fixture, fixture.Tenant) { Variables = { ["KOPPLA_TOKEN"] = token } }.RunAsync("numbers", "list");

        Assert.Equal((1, ""), (ended.Code, ended.Out));
        Assert.StartsWith("The server does not accept the token (401).", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(token, ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_users_token_lacks_the_role()
    {
        var token = fixture.Stack.Token(fixture.Tenant.Id.Value, Guid.NewGuid(), "Anna", "Koppla.User");

        var ended = await new Shell(fixture, fixture.Tenant) { Variables = { ["KOPPLA_TOKEN"] = token } }.RunAsync("numbers", "list");

        Assert.Equal((1, ""), (ended.Code, ended.Out));
        Assert.Contains("It has the role Koppla.User; this needs Koppla.Admin.", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_that_is_away_is_told_with_how_to_start_it()
    {
        var address = $"http://127.0.0.1:{FreePort.Next()}";

        var ended = await new Shell(fixture, fixture.Tenant).RunAsync("numbers", "list", "--server", address);

        Assert.Equal((3, ""), (ended.Code, ended.Out));
        Assert.StartsWith($"{address} cannot be reached.", ended.Error, StringComparison.Ordinal);
        Assert.Contains("dotnet run --project src/Koppla.Local", ended.Error, StringComparison.Ordinal);
    }
}
