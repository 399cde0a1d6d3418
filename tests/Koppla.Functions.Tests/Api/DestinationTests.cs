using System.Net;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;

namespace Koppla.Functions.Tests.Api;

/// <summary>Where profiles may send calls.</summary>
public sealed class DestinationTests(ApiFixture fixture)
{
    private const string Lunch = "users/me/profiles/lunch";

    /// <summary>A rule with its destination at each place that can hold one, in use or kept.</summary>
    public static readonly TheoryData<string, string> Places = new()
    {
        { """{"action":"forward","forwardTo":$}""", "forwardTo" },
        { """{"action":"ring","forwardTo":$}""", "forwardTo" },
        { """{"action":"referral","afterReferral":{"to":$}}""", "afterReferral.to" },
        { """{"action":"referral","afterReferral":{"to":$,"enabled":false}}""", "afterReferral.to" },
        { """{"action":"ring","onBusy":{"action":"forward","to":$}}""", "onBusy.to" },
        { """{"action":"ring","onBusy":{"action":"forward","to":$,"enabled":false}}""", "onBusy.to" },
        { """{"action":"ring","onNoAnswer":{"action":"forward","to":$}}""", "onNoAnswer.to" },
        { """{"action":"ring","onNoConnection":{"action":"referral","to":$}}""", "onNoConnection.to" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_destination_that_is_not_allowed_is_refused_in_every_place(string rule, string place)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        using var other = await Tenant.CreateAsync(fixture);
        using var foreign = await TenantUser.CreateAsync(fixture, other);
        var before = await anna.VersionAsync();

        await RefusedAsync("""{"number":"0900-123 45 67"}""", "destination-premium", "number");
        await RefusedAsync("""{"number":"+45 32 12 34 56"}""", "destination-country-not-allowed", "number");
        await RefusedAsync("""{"number":"112"}""", "number-emergency", "number");
        await RefusedAsync($$"""{"user":"{{foreign.Id}}"}""", "colleague-not-found", "user");
        await RefusedAsync($$"""{"user":"{{Guid.NewGuid()}}"}""", "colleague-not-found", "user");
        await RefusedAsync($$"""{"user":"{{anna.Id}}"}""", "colleague-is-self", "user");
        Assert.Equal(before, await anna.VersionAsync());

        async Task RefusedAsync(string destination, string name, string member)
        {
            var json = rule.Replace("$", destination);
            await anna.Api.PutAsync(Lunch, TenantUser.Profile(json)).ProblemAsync(422, name, $"fixed.{place}.{member}");
            await anna.Api.PutAsync(Lunch, TenantUser.Profile(TenantUser.Ring, json)).ProblemAsync(422, name, $"mobile.{place}.{member}");
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task The_only_number_of_the_kind_is_no_destination_however_it_is_spelled(string rule, string place)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var local = anna.Fixed.E164[4..];

        foreach (var spelling in new[] { anna.Fixed.E164, $"08{local}", $"+46 (0)8-{local}", $"tel:{anna.Fixed.E164}" })
        {
            var json = rule.Replace("$", $$"""{"number":"{{spelling}}"}""");
            await anna.Api.PutAsync(Lunch, TenantUser.Profile(json)).ProblemAsync(422, "destination-is-own-number", $"fixed.{place}.number");
        }
    }

    [Fact]
    public async Task The_fixed_number_may_forward_to_the_own_mobile_number_and_to_a_colleague()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        using var eva = await TenantUser.CreateAsync(fixture, tenant);

        Assert.Equal(HttpStatusCode.OK, await anna.Api.PutAsync(Lunch, TenantUser.Profile(TenantUser.Forward(anna.Mobile))).StatusAsync());
        Assert.Equal(
            HttpStatusCode.OK,
            await anna.Api.PutAsync(Lunch, TenantUser.Profile($$$"""{"action":"forward","forwardTo":{"user":"{{{eva.Id}}}"}}""")).StatusAsync());
    }

    [Fact]
    public async Task A_country_that_the_organisation_allows_is_allowed()
    {
        using var tenant = await Tenant.CreateAsync(fixture, "DK", "SE");
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        Assert.Equal(
            HttpStatusCode.OK,
            await anna.Api.PutAsync(Lunch, TenantUser.Profile(TenantUser.Forward(Numbers.Of("+45 32 12 34 56")))).StatusAsync());
    }

    [Theory]
    [InlineData("""{"action":"forward","forwardTo":$}""")]
    [InlineData("""{"action":"referral","afterReferral":{"to":$}}""")]
    public async Task A_circle_is_refused_with_its_witness(string rule)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var back = await tenant.ReservedAsync(anna.Fixed);
        var before = await anna.VersionAsync();

        var problem = await anna.Api.PutAsync(Lunch, TenantUser.Profile(rule.Replace("$", $$"""{"number":"{{back.E164}}"}""")))
            .ProblemAsync(422, "forwarding-loop", "fixed");

        var detail = problem["detail"]!.GetValue<string>();
        Assert.Contains(back.Display, detail, StringComparison.Ordinal);
        Assert.Contains(anna.Fixed.Display, detail, StringComparison.Ordinal);
        Assert.Equal(before, await anna.VersionAsync());
    }

    [Fact]
    public async Task A_circle_over_the_own_mobile_number_or_a_colleague_is_refused()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        using var eva = await TenantUser.CreateAsync(fixture, tenant);
        var both = TenantUser.Profile(TenantUser.Forward(anna.Mobile), TenantUser.Forward(anna.Fixed));
        await eva.Api.PutAsync("users/me/profiles/tillganglig", TenantUser.Profile(TenantUser.Forward(anna.Fixed))).JsonAsync();

        await anna.Api.PutAsync(Lunch, both).ProblemAsync(422, "forwarding-loop", "fixed");
        await anna.Api.PutAsync(Lunch, TenantUser.Profile($$$"""{"action":"forward","forwardTo":{"user":"{{{eva.Id}}}"}}"""))
            .ProblemAsync(422, "forwarding-loop", "fixed");
    }

    [Fact]
    public async Task A_chain_of_five_is_allowed_and_one_of_six_is_not()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var next = Numbers.Outside;
        for (var i = 0; i < 4; i++)
        {
            next = await tenant.ReservedAsync(next);
        }

        Assert.Equal(HttpStatusCode.OK, await anna.Api.PutAsync(Lunch, TenantUser.Profile(TenantUser.Forward(next))).StatusAsync());
        var sixth = await tenant.ReservedAsync(next);
        await anna.Api.PutAsync(Lunch, TenantUser.Profile(TenantUser.Forward(sixth))).ProblemAsync(422, "forwarding-chain-too-long", "fixed");
    }

    [Theory]
    [InlineData("onBusy", "loop-if-busy")]
    [InlineData("onNoAnswer", "loop-if-no-answer")]
    [InlineData("onNoConnection", "loop-if-no-connection")]
    public async Task A_circle_that_needs_a_coincidence_is_saved_and_warned_of(string condition, string name)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        using var eva = await TenantUser.CreateAsync(fixture, tenant);
        var toAnna = $$$$"""{"action":"ring","{{{{condition}}}}":{"action":"forward","to":{"number":"{{{{anna.Fixed.E164}}}}"}}}""";
        var toEva = $$$$"""{"action":"ring","{{{{condition}}}}":{"action":"forward","to":{"number":"{{{{eva.Fixed.E164}}}}"}}}""";
        await eva.Api.PutAsync("users/me/profiles/tillganglig", TenantUser.Profile(toAnna)).JsonAsync();

        var saved = await anna.Api.PutAsync(Lunch, TenantUser.Profile(toEva)).JsonAsync();

        var warning = Assert.Single(saved["warnings"]!.AsArray())!;
        Assert.Equal(name, warning["name"]!.GetValue<string>());
        Assert.Equal("fixed", warning["field"]!.GetValue<string>());
        Assert.Contains(eva.Fixed.Display, warning["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null((await anna.Api.GetAsync(Lunch).JsonAsync())["warnings"]);
        Assert.Equal(HttpStatusCode.OK, await anna.Api.PutAsync(Lunch, saved.ToJsonString()).StatusAsync());
    }

    [Fact]
    public async Task Exceptions_do_not_hide_a_circle()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        await anna.Api.PutAsync("users/me/exceptions", """{"items":[{"group":"withheld","treatment":"blocked"}]}""").JsonAsync();
        var back = await tenant.ReservedAsync(anna.Fixed);

        await anna.Api.PutAsync(Lunch, TenantUser.Profile(TenantUser.Forward(back))).ProblemAsync(422, "forwarding-loop", "fixed");
    }

    [Fact]
    public async Task A_user_whose_number_is_the_fallback_can_still_save_her_profiles()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        await fixture.Stores.Organisations.WriteAsync(
            new Organisation(tenant.Id, "Exempelbolaget AB", true, Routing.Destinations.AllowedCountries.Default, anna.Fixed),
            TestContext.Current.CancellationToken);

        var saved = await anna.Api.PutAsync(Lunch, TenantUser.Profile(TenantUser.Ring)).JsonAsync();

        Assert.Null(saved["warnings"]);
    }

    /// <summary>What was allowed when the profile was saved, and is not when it is put in force.</summary>
    [Fact]
    public async Task Whatever_puts_a_profile_in_force_it_is_checked_again()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var id = ProfileId.Parse("utomlands").Value;
        var premium = NumberRule.Forward(Numbers.Of("0900-123 45 67"));
        using var anna = await TenantUser.CreateAsync(fixture, tenant, handling => Routines.With(
            handling, DefaultProfiles.All[0] with { Id = id, Name = "Utomlands", Mobile = premium }));

        await RefusedAsync("activation", """{"profile":"utomlands"}""", "profile");
        await RefusedAsync("default-profile", """{"profile":"utomlands"}""", "profile");
        await RefusedAsync(
            "schedule",
            """{"timeZone":"Europe/Stockholm","weekly":[{"profile":"utomlands","days":["monday"],"from":"08:00","to":"09:00"}]}""",
            "weekly[0].profile");

        async Task RefusedAsync(string part, string body, string field)
        {
            var problem = await anna.Api.PutAsync($"users/me/{part}", body).ProblemAsync(422, "destination-premium", field);
            Assert.Contains("mobile.forwardTo.number", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_circle_is_found_when_its_profile_is_put_in_force()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var other = await tenant.ReservedAsync(Numbers.Outside);
        await anna.Api.PutAsync(Lunch, TenantUser.Profile(TenantUser.Forward(other))).JsonAsync();
        await tenant.ReservedAsync(anna.Fixed, number: other);

        await anna.Api.PutAsync("users/me/activation", """{"profile":"lunch"}""").ProblemAsync(422, "forwarding-loop", "profile");
        await anna.Api.PutAsync("users/me/default-profile", """{"profile":"lunch"}""").ProblemAsync(422, "forwarding-loop", "profile");
        await anna.Api.PutAsync("users/me/schedule", """{"timeZone":"Europe/Stockholm","holidays":{"profile":"lunch"}}""")
            .ProblemAsync(422, "forwarding-loop", "holidays.profile");
    }
}
