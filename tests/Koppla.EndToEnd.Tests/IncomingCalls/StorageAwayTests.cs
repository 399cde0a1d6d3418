using Koppla.Local.Azurite;
using Koppla.Local.Stack;
using Koppla.Routing.Numbers;
using Koppla.Simulator;
using Koppla.Simulator.Calls;

namespace Koppla.EndToEnd.Tests.IncomingCalls;

/// <summary>Storage disappears under a running app, and callers still get somewhere.</summary>
public sealed class StorageAwayTests
{
    private static readonly PhoneNumber Fallback = TestNumbers.External();

    [Fact]
    public async Task A_ringing_call_goes_to_the_fallback_else_to_its_line_else_it_is_busy()
    {
        var (covered, line, unknown) = (TestNumbers.Fixed(), TestNumbers.Fixed(), TestNumbers.Fixed());
        await using var stack = await LocalStack.StartAsync(OptionsWithFallbackFor(covered), TestContext.Current.CancellationToken);
        var tenant = await Tenant.CreateAsync(stack, fallback: null);
        await tenant.ReserveAsync(covered, TestNumbers.External());
        var user = await tenant.UserAsync(line);
        var app = user.App();
        Assert.Equal(app, (await tenant.CallAsync(line)).Outcome?.Number); // the instance has met this line

        await stack.Azurite.DisposeAsync();

        Assert.Equal(new CallOutcome(OutcomeKind.Answered, Fallback.E164), (await tenant.CallAsync(covered)).Outcome);
        Assert.Equal(new CallOutcome(OutcomeKind.Answered, app), (await tenant.CallAsync(line)).Outcome);
        var busy = (await tenant.CallAsync(unknown)).Outcome!;
        Assert.Equal((OutcomeKind.Rejected, "busy"), (busy.Kind, busy.Reason));
    }

    [Fact]
    public async Task An_outcome_that_could_not_be_recorded_is_recorded_when_storage_is_back()
    {
        var number = TestNumbers.Fixed();
        var options = OptionsWithFallbackFor(number);
        await using var stack = await LocalStack.StartAsync(options, TestContext.Current.CancellationToken);
        var tenant = await Tenant.CreateAsync(stack, fallback: null);
        var port = stack.Azurite.Port;
        await stack.Azurite.DisposeAsync();
        var call = await tenant.CallAsync(number);

        await using var azurite = await AzuriteProcess.StartAsync(
            new AzuriteOptions { Port = port }, TestContext.Current.CancellationToken);
        await Stores.OpenAsync(azurite.ConnectionString, TestContext.Current.CancellationToken);

        var delivered = call.WaitForAsync(
            now => now.Timeline.Any(entry => entry.Text.StartsWith("IncomingCall delivered", StringComparison.Ordinal)),
            TestContext.Current.CancellationToken);
        await delivered.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Single(call.Commands); // the repeated event decided nothing anew
    }

    private static LocalStackOptions OptionsWithFallbackFor(PhoneNumber number) => new()
    {
        MaxDeliveryAttempts = 30,
        RetryDelay = TimeSpan.FromSeconds(1),
        Simulator = new SimulatorOptions { OwnedNumbers = TestNumbers.Owned },
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Fallback:Rules:0:Prefix"] = number.E164,
            ["Fallback:Rules:0:Destination"] = Fallback.E164,
        },
    };
}
