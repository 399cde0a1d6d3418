using System.Net;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Koppla.Functions.Colleagues;
using Koppla.Functions.Destinations;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Numbers;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.Tests.Api;
using Koppla.Functions.Users;
using Koppla.Routing;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Koppla.Functions.Tests.Destinations;

/// <summary>What is wrong with forwards that are saved.</summary>
public sealed class ForwardHealthTests(ApiFixture fixture) : IAsyncLifetime
{
    private const string Path = "organisation/forward-health";

    private static readonly ProfileId Lunch = DefaultProfiles.All[1].Id;

    private Tenant tenant = null!;

    public async ValueTask InitializeAsync() => tenant = await Tenant.CreateAsync(fixture);

    public ValueTask DisposeAsync()
    {
        tenant.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_is_well_has_no_findings_and_the_last_report_stays()
    {
        await tenant.ReservedAsync(Numbers.Outside);
        using var anna = await UserAsync(lunch: NumberRule.Forward(Numbers.Outside));
        await tenant.GetAsync(Path).ProblemAsync(404, "forward-health-not-found");

        var report = await tenant.SendAsync(HttpMethod.Post, Path).JsonAsync();

        Assert.Equal(("[]", 0), (report["findings"]!.ToJsonString(), report["more"]!.GetValue<int>()));
        Assert.True(JsonNode.DeepEquals(report, await tenant.GetAsync(Path).JsonAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, await anna.Api.GetAsync(Path).StatusAsync());
    }

    [Fact]
    public async Task What_the_policy_does_not_allow_is_forbidden_and_what_no_schedule_reaches_is_not_in_force()
    {
        var number = await tenant.ReservedAsync(Numbers.Of("0900-123 45 67"));
        using var anna = await UserAsync(lunch: NumberRule.Forward(Numbers.Of("+4722123456")));

        var findings = await FindAsync();

        AssertFinding(findings, "forbidden", inForce: true, number: number, field: "destination");
        AssertFinding(findings, "forbidden", inForce: false, user: anna, profile: "lunch", field: "fixed.forwardTo.number");
        Assert.Equal(2, findings.Count);
    }

    [Fact]
    public async Task Where_nobody_may_forward_outside_all_that_do_are_forbidden()
    {
        await ChangeAsync(it => it with { ExternalForwards = it.ExternalForwards with { SetBy = ForwardSetters.Nobody } });
        await tenant.ReservedAsync(Numbers.Outside);

        AssertFinding(Assert.Single(await FindAsync()), "forbidden", inForce: true);
    }

    [Fact]
    public async Task A_circle_of_reserved_numbers_is_a_loop_of_each()
    {
        var (one, other) = (fixture.NewNumber(), fixture.NewNumber());
        await tenant.ReservedAsync(other, number: one);
        await tenant.ReservedAsync(one, number: other);

        var findings = await FindAsync();

        AssertFinding(findings, "loop", inForce: true, number: one, field: "destination");
        AssertFinding(findings, "loop", inForce: true, number: other, field: "destination");
    }

    [Fact]
    public async Task A_circle_by_a_profile_is_a_loop_of_the_profile()
    {
        var back = fixture.NewNumber();
        using var anna = await UserAsync(lunch: NumberRule.Forward(back));
        await tenant.ReservedAsync(anna.Fixed, number: back);

        AssertFinding(await FindAsync(), "loop", inForce: false, user: anna, profile: "lunch", field: "fixed");
    }

    [Fact]
    public async Task Six_numbers_in_a_row_are_a_chain_too_long()
    {
        var next = await tenant.ReservedAsync(Numbers.Outside);
        for (var i = 0; i < 5; i++)
        {
            next = await tenant.ReservedAsync(next);
        }

        AssertFinding(await FindAsync(), "chain-too-long", inForce: true, number: next, field: "destination");
    }

    [Fact]
    public async Task Colleagues_who_are_gone_and_numbers_that_nobody_takes_are_dead_ends()
    {
        var (first, missing, last) = (Numbers.Of("+46846590010"), Numbers.Of("+46846590015"), Numbers.Of("+46846590020"));
        var unforwarded = await tenant.ReservedAsync(number: first);
        await tenant.ReservedAsync(Numbers.Outside, number: last);
        using var gone = await UserAsync(lunch: new NumberRule(RuleAction.Forward, Destination.Of(new UserId(Guid.NewGuid()))));
        using var toReserved = await UserAsync(lunch: NumberRule.Forward(unforwarded));
        using var toMissing = await UserAsync(lunch: NumberRule.Ring with { OnBusy = new(ConditionAction.Forward, Destination.Of(missing), true) });

        var findings = await FindAsync();

        AssertFinding(findings, "dead-end", inForce: false, user: gone, profile: "lunch", field: "fixed.forwardTo.user");
        AssertFinding(findings, "dead-end", inForce: false, user: toReserved, profile: "lunch", field: "fixed.forwardTo.number");
        AssertFinding(findings, "dead-end", inForce: false, user: toMissing, profile: "lunch", field: "fixed.onBusy.to.number");
    }

    [Fact]
    public async Task A_new_destination_is_cooling_down()
    {
        await ChangeAsync(it => it with { ExternalForwards = it.ExternalForwards with { CoolDownMinutes = 60 } });
        var number = await tenant.ReservedAsync();
        await tenant.PutAsync(Tenant.Forwarding(number), Tenant.To(Numbers.Outside)).JsonAsync(HttpStatusCode.Created);

        AssertFinding(Assert.Single(await FindAsync()), "cooling-down", inForce: true, number: number, field: "destination");
    }

    [Fact]
    public async Task Periods_and_activations_that_are_over_and_profiles_that_are_gone_are_expired()
    {
        var past = new LocalDateTime(2020, 1, 1, 8, 0);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, handling => handling with
        {
            Activation = new(Lunch, Instant.FromUtc(2020, 1, 1, 8, 0), Instant.FromUtc(2020, 1, 1, 9, 0)),
            Schedule = Schedule.Empty with
            {
                OneOff = [new(Lunch, past, past.PlusDays(1)), new(Lunch, past, new LocalDateTime(2090, 1, 1, 0, 0))],
                Weekly = [new(ProfileId.Parse("borta").Value, WeekDays.Monday, new(8, 0), new(9, 0))],
            },
        });

        var findings = await FindAsync();

        AssertFinding(findings, "expired", inForce: false, user: anna, profile: "lunch", field: "oneOff[0]");
        AssertFinding(findings, "expired", inForce: false, user: anna, profile: "lunch", field: "activation");
        AssertFinding(findings, "expired", inForce: false, user: anna, profile: "borta", field: "weekly[0].profile");
        Assert.Equal(3, findings.Count);
    }

    [Fact]
    public async Task What_cannot_be_read_is_invalid_and_the_rest_is_checked_all_the_same()
    {
        var tables = Tables();
        var bad = fixture.NewNumber();
        var row = new TableEntity($"{tenant.Id}", bad.Digits)
        {
            ["Organisation"] = $"{tenant.Id}", ["State"] = "reserved", ["Destination"] = "112", ["ForwardingEnabled"] = true,
        };
        await tables.NumberIndex.UpsertEntityAsync(row, cancellationToken: TestContext.Current.CancellationToken);
        var user = Guid.NewGuid();
        await tables.Users.UpsertEntityAsync(
            new TableEntity($"{tenant.Id}", $"{user}") { ["Name"] = "Anna Berg", ["Handling"] = "{" },
            cancellationToken: TestContext.Current.CancellationToken);
        using var gone = await UserAsync(lunch: new NumberRule(RuleAction.Forward, Destination.Of(new UserId(Guid.NewGuid()))));

        var findings = await FindAsync();

        AssertFinding(findings, "invalid", inForce: true, number: bad);
        Assert.Contains(findings, finding => finding["kind"]!.GetValue<string>() == "invalid" && finding["user"]?.GetValue<Guid>() == user);
        AssertFinding(findings, "dead-end", inForce: false, user: gone, profile: "lunch", field: "fixed.forwardTo.user");
    }

    [Fact]
    public async Task A_report_with_very_many_findings_is_cut_and_fits()
    {
        for (var i = 0; i < 25; i++)
        {
            (await TenantUser.CreateAsync(fixture, tenant, handling => handling with
            {
                Profiles = [.. DefaultProfiles.All.Select(profile => profile with { Fixed = NumberRule.Forward(Numbers.Of("0900-123 45 67")) })],
            })).Dispose();
        }

        var report = await tenant.SendAsync(HttpMethod.Post, Path).JsonAsync();

        Assert.Equal((200, 50), (report["findings"]!.AsArray().Count, report["more"]!.GetValue<int>()));
        Assert.True(JsonNode.DeepEquals(report, await tenant.GetAsync(Path).JsonAsync()));
    }

    [Fact]
    public async Task One_organisation_that_fails_does_not_keep_the_others_from_being_checked()
    {
        var tables = Tables();
        using var broken = await Tenant.CreateAsync(fixture);
        var row = (await tables.Organisations.GetEntityAsync<TableEntity>($"{broken.Id}", "organisation", cancellationToken: TestContext.Current.CancellationToken)).Value;
        row["Countries"] = "nowhere";
        await tables.Organisations.UpsertEntityAsync(row, TableUpdateMode.Replace, TestContext.Current.CancellationToken);

        await Round(tables).CheckAllAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, await tenant.GetAsync(Path).StatusAsync());
        await broken.GetAsync(Path).ProblemAsync(404, "forward-health-not-found");
        await tables.Organisations.DeleteEntityAsync($"{broken.Id}", "organisation", cancellationToken: TestContext.Current.CancellationToken);
    }

    private static ForwardHealthRound Round(Tables tables)
    {
        var clock = SystemClock.Instance;
        var directory = new OrganisationDirectory(tables);
        var organisations = new OrganisationStore(tables);
        var users = new UserStore(tables, new ColleagueIndex(tables, new SecretSource()));
        var numbers = new NumberStore(tables, new NumberListing(tables, new NumberBlocks(tables)));
        var reader = new RoutingDataReader(numbers, users, new OrganisationCache(organisations, clock), new ForwardCounter(clock));
        var health = new ForwardHealth(organisations, directory, reader, new ForwardHealthStore(tables), clock, NullLogger<ForwardHealth>.Instance);
        return new ForwardHealthRound(directory, health, NullLogger<ForwardHealthRound>.Instance);
    }

    private Tables Tables() => new(StorageServices.CreateClient(new StorageOptions { ConnectionString = fixture.ConnectionString }));

    private Task<TenantUser> UserAsync(NumberRule lunch) => TenantUser.CreateAsync(fixture, tenant, handling => handling with
    {
        Profiles = handling.Profiles.SetItem(1, handling.Profiles[1] with { Fixed = lunch }),
    });

    private async Task ChangeAsync(Func<Organisation, Organisation> change)
    {
        var organisation = (await fixture.Stores.Organisations.ReadAsync(tenant.Id, TestContext.Current.CancellationToken))!;
        await fixture.Stores.Organisations.WriteAsync(change(organisation), TestContext.Current.CancellationToken);
    }

    private async Task<List<JsonObject>> FindAsync() =>
        [.. (await tenant.SendAsync(HttpMethod.Post, Path).JsonAsync())["findings"]!.AsArray().Select(finding => finding!.AsObject())];

    private static void AssertFinding(
        IEnumerable<JsonObject> findings, string kind, bool inForce, PhoneNumber? number = null, TenantUser? user = null, string? profile = null, string? field = null) =>
        Assert.Contains(findings, finding => Is(finding, kind, inForce, number, user, profile, field));

    private static void AssertFinding(JsonObject finding, string kind, bool inForce, PhoneNumber? number = null, string? field = null) =>
        Assert.True(
            finding["kind"]!.GetValue<string>() == kind && finding["inForce"]!.GetValue<bool>() == inForce
            && (number is null || finding["number"]!.GetValue<string>() == number.E164)
            && (field is null || finding["field"]!.GetValue<string>() == field),
            finding.ToJsonString());

    private static bool Is(JsonObject finding, string kind, bool inForce, PhoneNumber? number, TenantUser? user, string? profile, string? field) =>
        (finding["kind"]!.GetValue<string>(), finding["inForce"]!.GetValue<bool>()) == (kind, inForce)
        && finding["number"]?.GetValue<string>() == number?.E164
        && finding["user"]?.GetValue<string>() == user?.Id.ToString()
        && finding["profile"]?.GetValue<string>() == profile
        && finding["field"]?.GetValue<string>() == field
        && finding["text"]!.GetValue<string>().Length > 0;
}
