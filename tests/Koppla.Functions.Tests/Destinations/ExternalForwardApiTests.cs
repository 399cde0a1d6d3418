using System.Net;
using Koppla.Functions.Security;
using Koppla.Functions.Tests.Api;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using NodaTime;

namespace Koppla.Functions.Tests.Destinations;

/// <summary>Who may set a destination outside, what must be confirmed, and since when it stands.</summary>
public sealed class ExternalForwardApiTests(ApiFixture fixture)
{
    private const string Lunch = "users/me/profiles/lunch";
    private const string Meeting = "users/me/profiles/mote";
    private const string Confirmed = "?confirm=external";

    private static readonly ExternalForwardPolicy Usual = ExternalForwardPolicy.Default;

    [Fact]
    public async Task Where_administrators_set_them_a_user_does_not_and_an_administrator_does()
    {
        using var tenant = await TenantAsync(Usual with { SetBy = ForwardSetters.Administrators });
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        await anna.Api.PutAsync(Lunch, Outside()).ProblemAsync(403, "external-forwards-not-allowed", "fixed.forwardTo.number");
        await anna.Api.PutAsync("users/me/transfer-policy", Number(Numbers.Outside)).ProblemAsync(403, "external-forwards-not-allowed", "onBusy.number");
        Assert.Equal(HttpStatusCode.OK, await anna.Api.PutAsync(Lunch, TenantUser.Profile(TenantUser.Forward(anna.Mobile))).StatusAsync());
        Assert.Equal(HttpStatusCode.OK, await tenant.PutAsync($"users/{anna.Id}/profiles/lunch", Outside()).StatusAsync());
        Assert.Equal(HttpStatusCode.Created, await tenant.PutAsync(Tenant.Forwarding(await tenant.ReservedAsync()), Tenant.To(Numbers.Outside)).StatusAsync());
    }

    [Fact]
    public async Task One_that_stands_is_kept_moved_and_put_in_force_by_who_could_not_set_it()
    {
        using var tenant = await TenantAsync(Usual with { SetBy = ForwardSetters.Administrators });
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        await tenant.PutAsync($"users/{anna.Id}/profiles/lunch", Outside()).JsonAsync();

        Assert.Equal(HttpStatusCode.OK, await anna.Api.PutAsync(Lunch, Outside(name: "Mat")).StatusAsync());
        Assert.Equal(HttpStatusCode.OK, await anna.Api.PutAsync(Meeting, Outside()).StatusAsync());
        Assert.Equal(HttpStatusCode.Created, await anna.Api.PutAsync("users/me/activation", """{"profile":"lunch"}""").StatusAsync());
        await anna.Api.PutAsync(Lunch, Outside(Numbers.OtherOutside)).ProblemAsync(403, "external-forwards-not-allowed", "fixed.forwardTo.number");
    }

    [Fact]
    public async Task Where_nobody_sets_them_administrators_do_not_either()
    {
        using var tenant = await TenantAsync(Usual with { SetBy = ForwardSetters.Nobody });
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var standing = await tenant.ReservedAsync(Numbers.Outside);

        await tenant.PutAsync($"users/{anna.Id}/profiles/lunch", Outside()).ProblemAsync(403, "external-forwards-not-allowed", "fixed.forwardTo.number");
        await tenant.PutAsync(Tenant.Forwarding(await tenant.ReservedAsync()), Tenant.To(Numbers.Outside)).ProblemAsync(403, "external-forwards-not-allowed", "destination");
        await tenant.PutAsync("organisation/transfer-policy", Number(Numbers.Outside)).ProblemAsync(403, "external-forwards-not-allowed", "onBusy.number");
        Assert.Equal(HttpStatusCode.OK, await tenant.PutAsync(Tenant.Forwarding(standing), Tenant.To(Numbers.Outside)).StatusAsync());
        Assert.Equal(HttpStatusCode.Created, await tenant.PutAsync(Tenant.Forwarding(await tenant.ReservedAsync()), Tenant.To(anna.Fixed)).StatusAsync());
    }

    [Fact]
    public async Task A_number_of_another_organisation_is_outside()
    {
        using var tenant = await TenantAsync(Usual with { SetBy = ForwardSetters.Nobody });
        using var other = await Tenant.CreateAsync(fixture);
        var foreign = await other.ReservedAsync();

        await tenant.PutAsync(Tenant.Forwarding(await tenant.ReservedAsync()), Tenant.To(foreign)).ProblemAsync(403, "external-forwards-not-allowed", "destination");
    }

    [Fact]
    public async Task The_first_destination_outside_of_a_user_is_confirmed_and_the_next_ones_need_not_be()
    {
        using var tenant = await TenantAsync(Usual with { ConfirmFirst = true });
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        Assert.Equal(HttpStatusCode.OK, await anna.Api.PutAsync(Lunch, TenantUser.Profile(TenantUser.Forward(anna.Mobile))).StatusAsync());

        var asked = await anna.Api.PutAsync(Lunch, Outside()).ProblemAsync(409, "external-forward-unconfirmed", "fixed.forwardTo.number");
        await anna.Api.PutAsync($"{Lunch}?dryRun=true", Outside()).ProblemAsync(409, "external-forward-unconfirmed", "fixed.forwardTo.number");
        await anna.Api.PutAsync($"{Lunch}?confirm=everything", Outside()).ProblemAsync(400, "parameter-not-valid", "confirm");

        Assert.Contains($"Anna Berg would leave the organisation for the first time, to {Numbers.Outside.Display}", asked["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await anna.Api.PutAsync(Lunch + Confirmed, Outside()).StatusAsync());
        Assert.Equal(HttpStatusCode.OK, await anna.Api.PutAsync(Meeting, Outside(Numbers.OtherOutside)).StatusAsync());
    }

    [Fact]
    public async Task So_is_that_of_a_reserved_number()
    {
        using var tenant = await TenantAsync(Usual with { ConfirmFirst = true });
        var path = Tenant.Forwarding(await tenant.ReservedAsync());

        await tenant.PutAsync(path, Tenant.To(Numbers.Outside)).ProblemAsync(409, "external-forward-unconfirmed", "destination");

        Assert.Equal(HttpStatusCode.Created, await tenant.PutAsync(path + Confirmed, Tenant.To(Numbers.Outside)).StatusAsync());
        Assert.Equal(HttpStatusCode.OK, await tenant.PutAsync(path, Tenant.To(Numbers.OtherOutside)).StatusAsync());
    }

    [Fact]
    public async Task A_bulk_change_is_confirmed_for_all_and_refused_for_each_alone()
    {
        using var tenant = await TenantAsync(Usual with { ConfirmFirst = true });
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        using var eva = await TenantUser.CreateAsync(fixture, tenant);
        using var admin = new ApiClient(fixture, tenant.Id, Guid.NewGuid(), Policies.AdministratorRole);
        await eva.Api.PutAsync(Lunch + Confirmed, Outside()).JsonAsync();
        var json = $$"""{"users":["{{anna.Id}}","{{eva.Id}}"],"profile":{{Outside(Numbers.OtherOutside).Replace("{\"name\"", "{\"id\":\"lunch\",\"name\"", StringComparison.Ordinal)}}}""";

        var asked = (await admin.PostAsync("users/bulk/profiles", json).JsonAsync())["items"]!.AsArray();
        var told = (await admin.PostAsync($"users/bulk/profiles{Confirmed}", json).JsonAsync())["items"]!.AsArray();

        Assert.Equal("external-forward-unconfirmed", asked[0]!["problem"]!["title"]!.GetValue<string>());
        Assert.Null(asked[1]!["problem"]);
        Assert.All(told, item => Assert.Null(item!["problem"]));
    }

    [Fact]
    public async Task A_range_is_confirmed_for_all_and_refused_for_each_number_alone()
    {
        using var tenant = await TenantAsync(Usual with { ConfirmFirst = true });
        using var admin = new ApiClient(fixture, tenant.Id, Guid.NewGuid(), Policies.AdministratorRole);
        var (first, second) = (await tenant.ReservedAsync(number: Numbers.Of("+46846591010")), await tenant.ReservedAsync(Numbers.OtherOutside, number: Numbers.Of("+46846591011")));
        var json = $$"""{"from":"{{first.E164}}","to":"{{second.E164}}","destination":"{{Numbers.Outside.E164}}"}""";

        var asked = (await admin.PostAsync("numbers/forwarding?dryRun=true", json).JsonAsync())["items"]!.AsArray();
        var told = (await admin.PostAsync($"numbers/forwarding{Confirmed}", json).JsonAsync())["items"]!.AsArray();

        Assert.Equal("external-forward-unconfirmed", asked[0]!["problem"]!["title"]!.GetValue<string>());
        Assert.Equal("changed", asked[1]!["outcome"]!.GetValue<string>());
        Assert.All(told, item => Assert.Equal("changed", item!["outcome"]!.GetValue<string>()));
        Assert.NotNull(await SinceAsync(first));
    }

    [Fact]
    public async Task Since_when_a_destination_stands_is_kept_while_it_stays()
    {
        using var tenant = await TenantAsync(Usual);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var number = await tenant.ReservedAsync();
        var before = SystemClock.Instance.GetCurrentInstant();
        await anna.Api.PutAsync(Lunch, Outside()).JsonAsync();
        await tenant.PutAsync(Tenant.Forwarding(number), Tenant.To(Numbers.Outside)).JsonAsync(HttpStatusCode.Created);
        var set = (await SinceAsync(anna), await SinceAsync(number));
        Assert.InRange(set.Item1!.Value, before, SystemClock.Instance.GetCurrentInstant());
        Assert.InRange(set.Item2!.Value, before, SystemClock.Instance.GetCurrentInstant());

        await anna.Api.PutAsync(Meeting, Outside()).JsonAsync();
        await anna.Api.PutAsync(Lunch, TenantUser.Profile(TenantUser.Ring)).JsonAsync();
        await tenant.PutAsync(Tenant.Forwarding(number), $$"""{"destination":"{{Numbers.Outside.E164}}","enabled":false}""").JsonAsync();
        Assert.Equal(set, (await SinceAsync(anna), await SinceAsync(number)));

        await anna.Api.PutAsync(Meeting, TenantUser.Profile(TenantUser.Ring)).JsonAsync();
        Assert.Empty((await anna.HandlingAsync()).NewDestinations);
        await tenant.PutAsync(Tenant.Forwarding(number), Tenant.To(Numbers.OtherOutside)).JsonAsync();
        Assert.True(await SinceAsync(number) > set.Item2);
    }

    [Fact]
    public async Task A_new_destination_waits_and_explain_the_week_and_a_dry_run_say_so()
    {
        using var tenant = await TenantAsync(Usual with { CoolDownMinutes = 60 });
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var tried = await anna.Api.PutAsync("users/me/profiles/tillganglig?dryRun=true", Outside(name: "Tillgänglig")).JsonAsync();
        await anna.Api.PutAsync("users/me/profiles/tillganglig", Outside(name: "Tillgänglig")).JsonAsync();

        var now = await anna.Api.PostAsync("decisions/explain", $$"""{"number":"{{anna.Fixed.E164}}"}""").JsonAsync();
        var later = await anna.Api.PostAsync(
            "decisions/explain", $$"""{"number":"{{anna.Fixed.E164}}","at":"{{SystemClock.Instance.GetCurrentInstant() + Duration.FromMinutes(61)}}"}""").JsonAsync();
        var week = (await anna.Api.GetAsync("users/me/week?days=2").JsonAsync())["numbers"]!.AsArray()
            .Single(each => each!["number"]!.GetValue<string>() == anna.Fixed.E164)!["intervals"]!.AsArray();

        Assert.Equal("external-forward-cooling-down", Assert.Single(tried["warnings"]!.AsArray())!["name"]!.GetValue<string>());
        Assert.Contains(now["why"]!.AsArray(), step => step!["rule"]!.GetValue<string>() == "external-forward-cooling-down");
        Assert.Equal("forward", later["decision"]!["kind"]!.GetValue<string>());
        Assert.Equal("forward", week[^1]!["goes"]!["kind"]!.GetValue<string>());
        Assert.Contains(week, interval => interval!["goes"]!["kind"]!.GetValue<string>() == "refuse");
    }

    private async Task<Tenant> TenantAsync(ExternalForwardPolicy policy)
    {
        var tenant = await Tenant.CreateAsync(fixture);
        await fixture.Stores.Organisations.WriteAsync(
            new Organisation(tenant.Id, "Exempelbolaget AB", false, AllowedCountries.Default, null) { ExternalForwards = policy },
            TestContext.Current.CancellationToken);
        return tenant;
    }

    private async Task<Instant?> SinceAsync(TenantUser user) => (await user.HandlingAsync()).DestinationSince(Numbers.Outside);

    private async Task<Instant?> SinceAsync(PhoneNumber number) =>
        ((ReservedNumber)(await fixture.Stores.Numbers.ReadAsync(number, TestContext.Current.CancellationToken))!.Value).Forwarding!.Since;

    private static string Outside(PhoneNumber? to = null, string name = "Lunch") =>
        TenantUser.Profile(TenantUser.Forward(to ?? Numbers.Outside), name: name);

    private static string Number(PhoneNumber number) => $$$"""{"onBusy":{"step":"number","number":"{{{number.E164}}}"}}""";
}
