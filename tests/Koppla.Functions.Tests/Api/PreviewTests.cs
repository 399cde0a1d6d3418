using System.Text.Json.Nodes;
using Koppla.Routing.Profiles;

namespace Koppla.Functions.Tests.Api;

/// <summary>What a change would do, told before it is made.</summary>
public sealed class PreviewTests(ApiFixture fixture)
{
    [Fact]
    public async Task An_activation_that_is_tried_tells_from_when_to_when_calls_go_elsewhere()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var until = Days.At(Days.Today.PlusDays(2), 12);

        var told = await anna.Api.PutAsync("users/me/activation?dryRun=true", $$"""{"profile":"lunch","until":"{{until}}"}""").JsonAsync();

        Assert.True(told["changed"]!.GetValue<bool>());
        Assert.Equal([anna.Fixed.E164, anna.Mobile.E164], told["changes"]!.AsArray().Select(change => Text(change!["number"])));
        var change = told["changes"]![0]!;
        Assert.Equal(until, Text(change["to"]));
        Answers.AssertJson(
            """
            {
              "goes":"The app and 031-390 06 50 of Anna Berg ring for 20 seconds.",
              "ifBusy":"If busy: the call ends: busy, and nothing is set for that.",
              "ifNoAnswer":"If nobody answers: the call ends: no answer, and nothing is set for that.",
              "ifNoConnection":"If nothing can be reached: the call ends: no connection, and nothing is set for that."
            }
            """,
            change["before"]);
        Answers.AssertJson("""{"goes":"The caller hears the referral of Anna Berg (Lunch). Then: the call ends."}""", change["after"]);
        Assert.Null((await anna.HandlingAsync()).Activation);
    }

    [Fact]
    public async Task A_change_of_a_profile_that_is_not_in_force_in_the_next_days_changes_no_call()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        var told = await anna.Api.PutAsync(
            "users/me/profiles/lunch?dryRun=true", TenantUser.Profile(TenantUser.Forward(Numbers.Outside))).JsonAsync();

        Assert.True(told["changed"]!.GetValue<bool>());
        Assert.Empty(told["changes"]!.AsArray());
    }

    [Fact]
    public async Task The_reader_who_wants_swedish_gets_it()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        var told = await anna.Api.SendAsync(
            HttpMethod.Put, "users/me/activation?dryRun=true", """{"profile":"lunch"}""", ("Accept-Language", "sv")).JsonAsync();

        Assert.Equal(
            "Den som ringer hör hänvisningen för Anna Berg (Lunch). Sedan: samtalet avslutas.", Text(told["changes"]![0]!["after"]!["goes"]));
    }

    /// <summary>Eva sends her calls to Anna from tomorrow; now she does not, so the change itself is allowed.</summary>
    [Fact]
    public async Task A_loop_that_is_closed_later_is_warned_of_with_a_witness()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var tomorrow = Days.Today.PlusDays(1).AtMidnight();
        using var eva = await TenantUser.CreateAsync(fixture, tenant, handling => handling with
        {
            Profiles = [.. handling.Profiles, handling.Profiles[0] with { Id = Routines.Away, Fixed = NumberRule.Forward(anna.Fixed) }],
            Schedule = handling.Schedule with { OneOff = [new(Routines.Away, tomorrow, tomorrow.PlusDays(2))] },
        });

        var told = await anna.Api.PutAsync(
            "users/me/profiles/tillganglig?dryRun=true", TenantUser.Profile(TenantUser.Forward(eva.Fixed), name: "Tillgänglig")).JsonAsync();

        var warning = Assert.Single(told["warnings"]!.AsArray(), each => Text(each!["name"]) == "loop")!;
        Assert.StartsWith($"From {Days.At(tomorrow.Date, 0)}: ", Text(warning["text"]), StringComparison.Ordinal);
        Assert.EndsWith(
            $"{eva.Fixed.Display} can't send the call to {anna.Fixed.Display}, where it has already been: that would be a loop.",
            Text(warning["text"]),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forwarding_that_is_tried_is_told_and_not_stored()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync();
        var path = Tenant.Forwarding(number);

        var told = await tenant.PutAsync($"{path}?dryRun=true", Tenant.To(Numbers.Outside)).JsonAsync();

        Assert.True(told["changed"]!.GetValue<bool>());
        var change = Assert.Single(told["changes"]!.AsArray())!;
        Answers.AssertJson("""{"goes":"The call ends: the number is reserved and not forwarded."}""", change["before"]);
        Answers.AssertJson("""{"goes":"The call goes to 070-174 06 60."}""", change["after"]);
        await tenant.GetAsync(path).ProblemAsync(404, "forwarding-not-found", "number");
    }

    [Fact]
    public async Task A_removal_that_is_tried_is_told_and_not_made()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync(Numbers.Outside);
        var path = Tenant.Forwarding(number);
        var version = await tenant.GetAsync(path).EntityTagAsync();

        var told = await tenant.DeleteAsync($"{path}?dryRun=true").JsonAsync();

        var change = Assert.Single(told["changes"]!.AsArray())!;
        Answers.AssertJson("""{"goes":"The call goes to 070-174 06 60."}""", change["before"]);
        Answers.AssertJson("""{"goes":"The call ends: the number is reserved and not forwarded."}""", change["after"]);
        Assert.Equal(version, await tenant.GetAsync(path).EntityTagAsync());
    }

    [Fact]
    public async Task A_forwarding_as_it_is_changes_nothing()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync(Numbers.Outside);

        var told = await tenant.PutAsync($"{Tenant.Forwarding(number)}?dryRun=true", Tenant.To(Numbers.Outside)).JsonAsync();

        Answers.AssertJson("""{"changed":false,"changes":[],"warnings":[]}""", told);
    }

    [Fact]
    public async Task A_forwarding_that_would_be_refused_is_refused()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync(Numbers.Outside);
        var path = Tenant.Forwarding(number);

        await tenant.PutAsync($"{path}?dryRun=true", """{"destination":"0900-1234567"}""").ProblemAsync(422, "destination-premium", "destination");
        await tenant.PutAsync($"{path}?dryRun=true", Tenant.To(Numbers.Outside), "\"stale\"").ProblemAsync(412, "version-changed");
        await tenant.DeleteAsync($"{path}?dryRun=true", "\"stale\"").ProblemAsync(412, "version-changed");
        await tenant.PutAsync($"{path}?dryRun=perhaps", Tenant.To(Numbers.Outside)).ProblemAsync(400, "parameter-not-valid", "dryRun");
    }

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
