using Koppla.EndToEnd.Tests.Transfers;
using Koppla.Routing.Numbers;
using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.PlacedCalls;

/// <summary>B, who has called A, transfers A to C.</summary>
public sealed class TransferTests(StackFixture fixture)
{
    private static readonly StageNumbers Numbers = StageNumbers.Take();

    private readonly PhoneNumber a = TestNumbers.External();

    [Fact]
    public async Task A_direct_transfer_is_completed()
    {
        using var stage = await PlaceAsync(TelephoneScript.Default);

        await stage.BeginAsync("direct");

        await stage.AreThereAsync([stage.A, stage.C]);
        await stage.BecomesAsync("completed");
        await stage.EndAsync(stage.A, stage.C);
        Assert.Equal(["is on hold", "is off hold"], stage.Holds());
    }

    [Fact]
    public async Task A_direct_transfer_that_is_not_taken_comes_back()
    {
        using var stage = await PlaceAsync(TelephoneScript.Busy());

        await stage.BeginAsync("direct");

        await stage.BecomesAsync("failed");
        await stage.AreThereAsync([stage.A, stage.B]);
        await stage.EndAsync(stage.B, stage.A);
    }

    [Fact]
    public async Task An_announced_transfer_is_completed_and_C_can_transfer_it_on()
    {
        var outside = TestNumbers.External();
        using var stage = await PlaceAsync(TelephoneScript.Default);
        await stage.BeginAsync("announced");
        await stage.ConsultAsync();

        Assert.Equal("completed", await stage.AskAsync("complete"));

        await stage.AreThereAsync([stage.A, stage.C]);
        using var next = stage.AsC();
        await next.BeginAsync("direct", outside);
        await stage.AreThereAsync([stage.A, outside.E164]);
        await next.BecomesAsync("completed");
        await next.EndAsync(stage.A, outside.E164);
    }

    [Fact]
    public async Task An_announced_transfer_is_taken_back()
    {
        using var stage = await PlaceAsync(TelephoneScript.Default);
        await stage.BeginAsync("announced");
        await stage.ConsultAsync();

        Assert.Equal("cancelled", await stage.AskAsync("cancel"));

        await stage.AreThereAsync([stage.A, stage.B]);
        await stage.EndAsync(stage.A, stage.A);
    }

    private Task<TransferStage> PlaceAsync(TelephoneScript c) => TransferStage.PlaceAsync(fixture.Stack, fixture.Tenant, Numbers, a, c);
}
