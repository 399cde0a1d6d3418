using Koppla.EndToEnd.Tests.Profiles;
using Koppla.EndToEnd.Tests.SupervisedCalls;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.Transfers;

/// <summary>What is done with A when C does not take a direct transfer, by what B wants.</summary>
public sealed class FailurePolicyTests(OwnStack own) : IClassFixture<OwnStack>
{
    private static readonly StageNumbers Numbers = StageNumbers.Take();

    private readonly PhoneNumber other = TestNumbers.External();

    [Fact]
    public async Task A_is_told_why_and_the_call_ends()
    {
        using var stage = await TalkAsync();
        await stage.WantsAsync("onBusy", "announce");

        await stage.BeginAsync("direct");

        await stage.BecomesAsync("failed");
        await stage.OverAsync(stage.B);
        Assert.Equal(["Den du söker är upptagen just nu. Försök igen senare."], stage.Call.Spoken());
    }

    [Fact]
    public async Task Another_number_outside_is_rung()
    {
        using var stage = await TalkAsync();
        await stage.WantsAsync("onBusy", "number", other);

        await stage.BeginAsync("direct");

        await stage.AreThereAsync([stage.A, other.E164]);
        var transfer = await stage.BecomesAsync("completed");
        Assert.Equal(("busy", other.E164), (transfer.GetProperty("reason").GetString(), transfer.GetProperty("goesTo").GetString()));
        Assert.Equal(["is on hold", "is off hold"], stage.Holds());
        await stage.EndAsync(stage.A, other.E164);
    }

    [Fact]
    public async Task Another_number_of_ours_is_rung_by_its_own_rules()
    {
        var reception = TestNumbers.Fixed();
        await own.Tenant.UserAsync(NumberRule.Forward(other), reception);
        using var stage = await TalkAsync();
        await stage.WantsAsync("onBusy", "number", reception);

        await stage.BeginAsync("direct");

        await stage.AreThereAsync([stage.A, other.E164]);
        await stage.EndAsync(stage.A, other.E164);
    }

    [Fact]
    public async Task Another_number_that_does_not_answer_either_leads_back_to_B()
    {
        using var stage = await TalkAsync();
        own.Stack.Simulator.Telephones.Script(other.E164, TelephoneScript.Decline());
        await stage.WantsAsync("onBusy", "number", other);

        await stage.BeginAsync("direct");

        await stage.AreThereAsync([stage.A, stage.B]);
        Assert.Equal("declined", (await stage.BecomesAsync("failed")).GetProperty("reason").GetString());
        await stage.EndAsync(stage.A, stage.B);
    }

    [Fact]
    public async Task What_C_has_for_that_case_is_done()
    {
        using var stage = await TalkAsync(NumberRule.Ring with { OnBusy = Rules.ForwardTo(other) });
        await stage.WantsAsync("onBusy", "target-rules");

        await stage.BeginAsync("direct");

        await stage.AreThereAsync([stage.A, other.E164]);
        await stage.EndAsync(stage.A, other.E164);
    }

    [Fact]
    public async Task A_number_outside_has_no_rules_and_A_is_told_why()
    {
        own.Stack.Simulator.Telephones.Script(other.E164, TelephoneScript.Busy());
        using var stage = await TalkAsync();
        await stage.WantsAsync("onBusy", "target-rules");

        await stage.BeginAsync("direct", other);

        await stage.OverAsync(stage.B);
        Assert.Equal(["Den du söker är upptagen just nu. Försök igen senare."], stage.Call.Spoken());
    }

    private Task<TransferStage> TalkAsync(NumberRule? rule = null) =>
        TransferStage.TalkAsync(own.Stack, own.Tenant, Numbers, TelephoneScript.Busy(), rule: rule);
}
