using Koppla.Simulator.Faults;

namespace Koppla.Simulator.Tests.Faults;

public sealed class CommandFaultTest
{
    [Theory]
    [InlineData(429, "8516")]
    [InlineData(500, "9999")]
    [InlineData(503, "503")]
    public async Task A_command_is_refused_as_often_as_planned_and_not_executed(int status, string code)
    {
        await using var world = await World.StartAsync();
        world.Simulator.Faults.Commands.Add(new CommandFault { Times = 2, Only = "RedirectCall", Status = status, RetryAfter = TimeSpan.FromSeconds(1) });
        var (call, context) = await world.RingAsync();

        var first = await world.RedirectAsync(context, World.C);
        var second = await world.RedirectAsync(context, World.C);
        var third = await world.RedirectAsync(context, World.C);

        Assert.Equal((status, code, "1"), (first.Status, first.Code, first.Headers["Retry-After"]));
        Assert.Equal((status, 204), (second.Status, third.Status));
        Assert.Single(call.Commands, command => command.Status == 204);
    }

    [Fact]
    public async Task A_connection_can_break_after_the_command_took_effect_and_its_repetition_does_nothing()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Faults.Commands.Add(new CommandFault { ResetAfterExecution = true });
        var (call, context) = await world.RingAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => Redirect());
        var again = await Redirect();
        await World.Within(call.Settled);

        Assert.Equal(204, again.Status);
        Assert.Equal(1, world.Simulator.Telephones.TimesRung(World.C));

        Task<ApiReply> Redirect() => world.PostAsync(
            ":redirect",
            $$"""{"incomingCallContext":"{{context}}","target":{{World.Phone(World.C)}} }""",
            message =>
            {
                message.Headers.Add("Repeatability-Request-ID", "22222222-2222-4222-8222-222222222222");
                message.Headers.Add("Repeatability-First-Sent", "Sun, 22 Nov 2026 21:57:48 GMT");
            });
    }

    [Fact]
    public async Task A_command_can_hang_although_it_took_effect()
    {
        await using var world = await World.StartAsync(World.Options with { RingWindow = TimeSpan.FromMinutes(1) });
        world.Simulator.Faults.Commands.Add(new CommandFault { Hang = true });
        var (call, context) = await world.RingAsync();

        var hanging = world.RedirectAsync(context, World.C);
        await World.Within(call.Settled);

        Assert.False(hanging.IsCompleted);
        await world.Simulator.DisposeAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => hanging);
    }

    [Fact]
    public async Task Without_faults_the_world_is_whole_again()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Faults.Commands.Add(new CommandFault { Times = int.MaxValue, Status = 503 });
        Assert.Equal(503, (await world.GetAsync("/none")).Status);

        world.Simulator.Faults.Clear();

        Assert.Equal(404, (await world.GetAsync("/none")).Status);
    }
}
