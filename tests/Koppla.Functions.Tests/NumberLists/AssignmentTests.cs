using System.Net;
using Koppla.Functions.Tests.Api;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Tests.NumberLists;

public sealed class AssignmentTests(ApiFixture fixture)
{
    [Fact]
    public async Task A_number_is_reserved_assigned_unassigned_and_released()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var number = fixture.NewNumber();

        var reserved = await PostAsync(tenant, number).JsonAsync(HttpStatusCode.Created);
        Assert.Equal("reserved", reserved["state"]!.GetValue<string>());
        var assigned = await tenant.PutAsync(Assignment(number), To(anna)).JsonAsync(HttpStatusCode.Created);
        Assert.Equal("Anna Berg", assigned["holder"]!.GetValue<string>());
        Assert.Contains(number.E164, await NumbersOfAsync(anna));
        await tenant.DeleteAsync($"numbers/{number.E164}").ProblemAsync(409, "number-assigned", "number");
        Assert.Equal(HttpStatusCode.NoContent, await tenant.DeleteAsync(Assignment(number)).StatusAsync());
        Assert.DoesNotContain(number.E164, await NumbersOfAsync(anna));
        Assert.Equal(HttpStatusCode.NoContent, await tenant.DeleteAsync($"numbers/{number.E164}").StatusAsync());
        await tenant.GetAsync($"numbers/{number.E164}").ProblemAsync(404, "number-not-found", "number");

        var actions = (await tenant.GetAsync($"audit?object=number:{Uri.EscapeDataString(number.E164)}").JsonAsync())["items"]!.AsArray();
        Assert.Equal(
            ["number-released", "number-unassigned", "refused", "number-assigned", "number-reserved"],
            actions.Select(entry => entry!["action"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_forwarding_of_a_number_ends_when_it_is_assigned_is_kept_in_the_audit_log_and_never_comes_back()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var number = await tenant.ReservedAsync(Numbers.Outside);

        await tenant.PutAsync(Assignment(number), To(anna)).JsonAsync(HttpStatusCode.Created);
        Assert.Equal("rings", await ExplainedAsync(tenant, number));
        var problem = await tenant.PutAsync(Tenant.Forwarding(number), Tenant.To(Numbers.Outside)).ProblemAsync(409, "number-assigned", "number");
        Assert.Equal($"/api/v1/users/{anna.Id}/profiles", problem["see"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NoContent, await tenant.DeleteAsync(Assignment(number)).StatusAsync());

        Assert.Equal(new ReservedNumber(tenant.Id, null), (await fixture.Stores.Numbers.ReadAsync(number, Cancellation))!.Value);
        Assert.Equal("refuse", await ExplainedAsync(tenant, number));
        var list = await tenant.GetAsync($"audit?object=number:{number.Digits}").JsonAsync();
        var id = list["items"]!.AsArray().Single(entry => entry!["action"]!.GetValue<string>() == "number-assigned")!["id"];
        var entry = await tenant.GetAsync($"audit/{id}").JsonAsync();
        Assert.Equal(Numbers.Outside.E164, entry["before"]!["destination"]!.GetValue<string>());
        Assert.Equal(anna.Id.ToString(), entry["after"]!["user"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_assignment_that_would_lead_calls_in_a_circle_is_refused()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var (number, back) = (await tenant.ReservedAsync(), await tenant.ReservedAsync());
        await tenant.PutAsync(Tenant.Forwarding(back), Tenant.To(number)).JsonAsync(HttpStatusCode.Created);
        var profile = TenantUser.Profile(TenantUser.Forward(back));
        Assert.Equal(HttpStatusCode.OK, await anna.Api.PutAsync("users/me/profiles/tillganglig", profile).StatusAsync());

        var problem = await tenant.PutAsync(Assignment(number), To(anna)).ProblemAsync(422, "forwarding-loop", "user");

        Assert.Contains("circle", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.IsType<ReservedNumber>((await fixture.Stores.Numbers.ReadAsync(number, Cancellation))!.Value);
    }

    [Fact]
    public async Task A_dry_run_tells_what_calls_would_meet_and_assigns_nothing()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var number = await tenant.ReservedAsync(Numbers.Outside);

        var preview = await tenant.PutAsync($"{Assignment(number)}?dryRun=true", To(anna)).JsonAsync();

        Assert.NotEmpty(preview["changes"]!.AsArray());
        Assert.IsType<ReservedNumber>((await fixture.Stores.Numbers.ReadAsync(number, Cancellation))!.Value);
    }

    [Fact]
    public async Task What_cannot_be_assigned_is_told_by_name()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var other = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        using var bo = await TenantUser.CreateAsync(fixture, other);
        var number = await tenant.ReservedAsync();

        await tenant.PutAsync(Assignment(number), To(bo)).ProblemAsync(422, "user-unknown", "user");
        await tenant.PutAsync(Assignment(number), """{"user":"anna"}""").ProblemAsync(422, "id-not-valid", "user");
        await tenant.PutAsync(Assignment(number), "{}").ProblemAsync(400, "body-not-valid", "user");
        await tenant.DeleteAsync(Assignment(number)).ProblemAsync(404, "assignment-not-found", "number");
        await other.PutAsync(Assignment(number), To(bo)).ProblemAsync(404, "number-not-found", "number");
        await tenant.PutAsync(Assignment(anna.Fixed), $$"""{"user":"{{Guid.NewGuid()}}"}""").ProblemAsync(409, "number-assigned", "number");
        Assert.Equal(HttpStatusCode.OK, await tenant.PutAsync(Assignment(anna.Fixed), To(anna)).StatusAsync());
    }

    [Fact]
    public async Task A_number_that_somebody_has_cannot_be_reserved_again()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var other = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync();

        await PostAsync(tenant, number).ProblemAsync(409, "number-exists", "number");
        await PostAsync(other, number).ProblemAsync(409, "number-not-available", "number");
        await PostAsync(tenant, "112").ProblemAsync(422, "number-emergency", "number");
    }

    [Fact]
    public async Task A_reservation_that_is_sent_again_with_its_key_is_the_same()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = fixture.NewNumber();

        await PostAsync(tenant, number, "once").JsonAsync(HttpStatusCode.Created);
        await PostAsync(tenant, number, "once").JsonAsync(HttpStatusCode.Created);
        await PostAsync(tenant, fixture.NewNumber(), "once").ProblemAsync(422, "idempotency-key-reused", "Idempotency-Key");
        await PostAsync(tenant, number, "twice").ProblemAsync(409, "number-exists", "number");
    }

    [Fact]
    public async Task That_a_reserved_mobile_number_needs_a_sim_is_told_in_Swedish_and_in_English()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var mobile = await tenant.ReservedAsync(number: fixture.NewMobile());

        Assert.Contains("active SIM card", await RefusalAsync("en"), StringComparison.Ordinal);
        Assert.Contains("aktivt SIM-kort", await RefusalAsync("sv-SE,sv;q=0.9,en;q=0.8"), StringComparison.Ordinal);

        async Task<string> RefusalAsync(string language)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, Tenant.Forwarding(mobile))
            {
                Content = Tenant.Json(System.Text.Encoding.UTF8.GetBytes(Tenant.To(Numbers.Outside))),
                Headers = { { "Accept-Language", language } },
            };
            var problem = await tenant.SendAsync(request).ProblemAsync(422, "reserved-mobile-needs-sim", "number");
            Assert.Equal(problem["detail"]!.GetValue<string>(), problem["errors"]!["number"]![0]!.GetValue<string>());
            return problem["detail"]!.GetValue<string>();
        }
    }

    private static Task<HttpResponseMessage> PostAsync(Tenant tenant, PhoneNumber number, string? key = null) => PostAsync(tenant, number.E164, key);

    private static Task<HttpResponseMessage> PostAsync(Tenant tenant, string number, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "numbers")
        {
            Content = Tenant.Json(System.Text.Encoding.UTF8.GetBytes($$"""{"number":"{{number}}"}""")),
        };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return tenant.SendAsync(request);
    }

    private static async Task<IReadOnlyList<string>> NumbersOfAsync(TenantUser user) =>
        [.. (await user.Api.GetAsync("users/me").JsonAsync())["numbers"]!.AsArray().Select(number => number!.GetValue<string>())];

    private static async Task<string> ExplainedAsync(Tenant tenant, PhoneNumber number)
    {
        var content = Tenant.Json(System.Text.Encoding.UTF8.GetBytes($$"""{"number":"{{number.E164}}"}"""));
        var explained = await tenant.SendAsync(HttpMethod.Post, "decisions/explain", content).JsonAsync();
        return explained["decision"]!["kind"]!.GetValue<string>() is "ring" ? "rings" : explained["decision"]!["kind"]!.GetValue<string>();
    }

    private static string Assignment(PhoneNumber number) => $"numbers/{number.E164}/assignment";

    private static string To(TenantUser user) => $$"""{"user":"{{user.Id}}"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
