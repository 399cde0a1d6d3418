using System.Net;
using Koppla.Functions.Tests.Api;

namespace Koppla.Functions.Tests.Audit;

public sealed class AuditTests(ApiFixture fixture)
{
    [Fact]
    public async Task A_change_is_told_with_who_what_before_after_when_and_from_where()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync(Numbers.OtherOutside);
        var before = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        await tenant.PutAsync(Tenant.Forwarding(number), Tenant.To(Numbers.Outside)).JsonAsync();

        var listed = Assert.Single((await tenant.GetAsync("audit").JsonAsync())["items"]!.AsArray())!;
        var told = await tenant.GetAsync($"audit/{listed["id"]}").JsonAsync();

        Assert.Null(listed["before"]);
        Assert.Equal("forwarding-set", told["action"]!.GetValue<string>());
        Assert.Equal($"number:{number.Digits}", told["object"]!.GetValue<string>());
        Assert.Equal("127.0.0.1", told["address"]!.GetValue<string>());
        Assert.True(Guid.TryParse(told["person"]!.GetValue<string>(), out _));
        Assert.InRange(DateTimeOffset.Parse(told["at"]!.GetValue<string>()), before, TimeProvider.System.GetUtcNow().AddSeconds(1));
        Assert.Equal(Numbers.OtherOutside.E164, told["before"]!["destination"]!.GetValue<string>());
        Assert.Equal(Numbers.Outside.E164, told["after"]!["destination"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_change_that_was_refused_is_told_with_the_rule_and_what_was_asked_for()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var number = await tenant.ReservedAsync();
        await tenant.PutAsync(Tenant.Forwarding(number), """{"destination":"0900-123 45 67"}""").ProblemAsync(422, "destination-premium", "destination");
        Assert.Equal(HttpStatusCode.Forbidden, await anna.Api.PutAsync(Tenant.Forwarding(number), Tenant.To(Numbers.Outside)).StatusAsync());
        await tenant.PutAsync(Tenant.Forwarding(number), "{").ProblemAsync(400, "body-not-valid");
        await tenant.PutAsync(Tenant.Forwarding(number), Tenant.To(Numbers.Outside), "\"x\"").ProblemAsync(412, "version-changed");
        await tenant.PutAsync($"{Tenant.Forwarding(number)}?dryRun=true", """{"destination":"0900-123 45 67"}""").ProblemAsync(422, "destination-premium", "destination");

        var entries = (await tenant.GetAsync($"audit?object=number:{number.Digits}").JsonAsync())["items"]!.AsArray();

        Assert.Equal(["forbidden", "destination-premium"], entries.Select(entry => entry!["refused"]!.GetValue<string>()));
        Assert.Equal(anna.Id.ToString(), entries[0]!["person"]!.GetValue<string>());
        var told = await tenant.GetAsync($"audit/{entries[1]!["id"]}").JsonAsync();
        Assert.Equal("0900-123 45 67", told["after"]!["destination"]!.GetValue<string>());
    }

    [Fact]
    public async Task Every_part_of_a_users_call_handling_is_told_by_its_name()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        Assert.Equal(HttpStatusCode.Created, await anna.Api.PutAsync("users/me/activation", """{"profile":"lunch"}""").StatusAsync());
        Assert.Equal(HttpStatusCode.NoContent, await anna.Api.DeleteAsync("users/me/activation").StatusAsync());
        Assert.Equal(HttpStatusCode.OK, await anna.Api.PutAsync("users/me/default-profile", """{"profile":"mote"}""").StatusAsync());
        Assert.Equal(HttpStatusCode.OK, await anna.Api.PutAsync("users/me/default-profile", """{"profile":"mote"}""").StatusAsync());
        await anna.Api.PutAsync("users/me/profiles/lunch", TenantUser.Profile(TenantUser.Ring)).JsonAsync();

        var entries = (await tenant.GetAsync($"audit?object=user:{anna.Id}").JsonAsync())["items"]!.AsArray();

        Assert.Equal(
            ["profiles-changed", "default-profile-changed", "activation-changed", "activation-changed"],
            entries.Select(entry => entry!["action"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Entries_are_found_by_time_person_and_object_a_page_at_a_time()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var number = await tenant.ReservedAsync();
        for (var i = 0; i < 3; i++)
        {
            await tenant.PutAsync(Tenant.Forwarding(number), Tenant.To(i % 2 == 0 ? Numbers.Outside : Numbers.OtherOutside)).StatusAsync();
        }

        await anna.Api.PutAsync("users/me/activation", """{"profile":"lunch"}""").StatusAsync();
        var all = (await tenant.GetAsync("audit").JsonAsync())["items"]!.AsArray();
        var at = Uri.EscapeDataString(all[2]!["at"]!.GetValue<string>());

        Assert.Equal(4, all.Count);
        Assert.Equal(1, await CountAsync(tenant, $"person={anna.Id}"));
        Assert.Equal(3, await CountAsync(tenant, $"object=number:{Uri.EscapeDataString(number.Display)}"));
        Assert.Equal(0, await CountAsync(tenant, $"object=number:{number.Digits}&person={anna.Id}"));
        Assert.Equal(3, await CountAsync(tenant, $"from={at}"));
        Assert.Equal(1, await CountAsync(tenant, $"to={at}"));
        Assert.Equal(0, await CountAsync(tenant, $"from={at}&to={at}"));

        var first = await tenant.GetAsync("audit?limit=3").JsonAsync();
        var second = await tenant.GetAsync($"audit?limit=3&continuation={first["continuation"]}").JsonAsync();
        Assert.Equal(
            all.Select(entry => entry!["id"]!.GetValue<string>()),
            first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(entry => entry!["id"]!.GetValue<string>()));
        Assert.Null(second["continuation"]);
    }

    [Theory]
    [InlineData("from=yesterday", "from")]
    [InlineData("to=2026-11-24", "to")]
    [InlineData("person=anna", "person")]
    [InlineData("object=anna", "object")]
    [InlineData("object=user:anna", "object")]
    [InlineData("object=organisation&object=organisation", "object")]
    [InlineData("limit=0", "limit")]
    [InlineData("continuation=eA", "continuation")]
    public async Task A_parameter_that_is_not_what_it_should_be_is_named(string query, string field)
    {
        using var tenant = await Tenant.CreateAsync(fixture);

        await tenant.GetAsync($"audit?{query}").ProblemAsync(400, "parameter-not-valid", field);
    }

    [Fact]
    public async Task Nobody_sees_the_log_of_another_organisation_and_users_see_none()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var other = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var number = await tenant.ReservedAsync();
        await tenant.PutAsync(Tenant.Forwarding(number), Tenant.To(Numbers.Outside)).JsonAsync(HttpStatusCode.Created);
        var id = (await tenant.GetAsync("audit").JsonAsync())["items"]![0]!["id"];

        await other.GetAsync($"audit/{id}").ProblemAsync(404, "change-not-found", "change");
        Assert.Equal(0, await CountAsync(other, $"object=number:{number.Digits}"));
        Assert.Equal(HttpStatusCode.Forbidden, await anna.Api.GetAsync("audit").StatusAsync());
        await tenant.GetAsync("audit/x").ProblemAsync(404, "change-not-found", "change");
    }

    private static async Task<int> CountAsync(Tenant tenant, string query) =>
        (await tenant.GetAsync($"audit?{query}").JsonAsync())["items"]!.AsArray().Count;
}
