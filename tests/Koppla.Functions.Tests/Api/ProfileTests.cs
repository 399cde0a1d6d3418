using System.Net;
using System.Text.Json.Nodes;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Functions.Tests.Api;

public sealed class ProfileTests(ApiFixture fixture)
{
    private const string Profiles = "users/me/profiles";

    [Fact]
    public async Task A_profile_is_created_read_replaced_and_deleted()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        using var created = await anna.Api.PostAsync(Profiles, TenantUser.Profile(TenantUser.Ring, name: "På resande fot"));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("/api/v1/users/me/profiles/pa-resande-fot", created.Headers.Location?.OriginalString);
        Assert.NotNull(created.Headers.ETag);
        const string Path = $"{Profiles}/pa-resande-fot";
        var read = await anna.Api.GetAsync(Path).JsonAsync();
        Answers.AssertJson(
            """
            {"id":"pa-resande-fot","name":"På resande fot","absence":"none",
            "fixed":{"action":"ring","noAnswerSeconds":20},"mobile":{"action":"ring","noAnswerSeconds":20}}
            """,
            read);
        Assert.Equal(11, (await anna.Api.GetAsync(Profiles).JsonAsync())["items"]!.AsArray().Count);

        read["name"] = "Resa";
        var replaced = await anna.Api.PutAsync(Path, read.ToJsonString()).JsonAsync();
        Answers.AssertJson(read.ToJsonString(), replaced);
        Answers.AssertJson(read.ToJsonString(), await anna.Api.GetAsync(Path).JsonAsync());

        Assert.Equal(HttpStatusCode.NoContent, await anna.Api.DeleteAsync(Path).StatusAsync());
        await anna.Api.GetAsync(Path).ProblemAsync(404, "profile-not-found", "profile");
        await anna.Api.DeleteAsync(Path).ProblemAsync(404, "profile-not-found", "profile");
    }

    [Fact]
    public async Task What_is_read_can_be_put_back_with_every_member()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        using var eva = await TenantUser.CreateAsync(fixture, tenant);
        var body = $$$"""
            {"id":"full","name":"Full","statusText":"Ute","absence":"business-trip","standardMinutes":90,
            "referral":{"text":"{name} är borta, åter {back}.","sound":"halsning-1.wav"},
            "fixed":{"action":"ring-then-referral","forwardTo":{"number":"+46701740660"},
              "afterReferral":{"to":{"user":"{{{eva.Id}}}"},"enabled":false},
              "onBusy":{"action":"forward","to":{"number":"+46313900650"},"enabled":true},
              "onNoAnswer":{"action":"referral","enabled":true},
              "onNoConnection":{"action":"forward","to":{"user":"{{{eva.Id}}}"},"enabled":false},"noAnswerSeconds":5},
            "mobile":{"action":"reject","noAnswerSeconds":60}}
            """;

        await anna.Api.PutAsync($"{Profiles}/full", body).JsonAsync(HttpStatusCode.Created);
        var read = await anna.Api.GetAsync($"{Profiles}/full").JsonAsync();

        Answers.AssertJson(body, read);
        Answers.AssertJson(body, await anna.Api.PutAsync($"{Profiles}/full", read.ToJsonString()).JsonAsync());
    }

    [Fact]
    public async Task Every_default_profile_can_be_put_back_as_it_was_read()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var list = await anna.Api.GetAsync(Profiles).JsonAsync();

        foreach (var profile in list["items"]!.AsArray())
        {
            await anna.Api.PutAsync($"{Profiles}/{profile!["id"]}", profile.ToJsonString()).JsonAsync();
        }

        Assert.Equal<IEnumerable<Profile>>(DefaultProfiles.All, (await anna.HandlingAsync()).Profiles);
    }

    [Fact]
    public async Task Put_creates_at_the_id_in_the_path_and_says_where()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var body = TenantUser.Profile(TenantUser.Ring);

        using var created = await anna.Api.CreateAsync($"{Profiles}/mitt-val", body);

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await anna.Api.GetAsync(created.Headers.Location!.OriginalString).StatusAsync());
        await anna.Api.CreateAsync($"{Profiles}/mitt-val", body).ProblemAsync(412, "version-changed");
    }

    [Theory]
    [InlineData("Med.Punkt")]
    [InlineData("%C3%A5")]
    [InlineData("abcdefghijklmnopqrstuvwxyz-abcdefghijklmn")]
    public async Task An_id_that_cannot_be_is_refused(string id)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        await anna.Api.PutAsync($"{Profiles}/{id}", TenantUser.Profile(TenantUser.Ring)).ProblemAsync(400, "profile-id-not-valid", "profile");
        await anna.Api.GetAsync($"{Profiles}/{id}").ProblemAsync(404, "profile-not-found", "profile");
        await anna.Api.DeleteAsync($"{Profiles}/{id}").ProblemAsync(404, "profile-not-found", "profile");
    }

    [Fact]
    public async Task An_id_in_the_body_must_be_the_one_in_the_path_and_none_is_chosen_for_post()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        const string Body = """{"id":"annat","name":"x","fixed":{"action":"ring"},"mobile":{"action":"ring"}}""";

        await anna.Api.PutAsync($"{Profiles}/lunch", Body).ProblemAsync(422, "profile-id-differs", "id");
        await anna.Api.PostAsync(Profiles, Body).ProblemAsync(400, "body-not-valid", "id");
    }

    [Fact]
    public async Task Names_may_be_alike_and_ids_are_not()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var body = TenantUser.Profile(TenantUser.Ring, name: "Lunch");

        var second = await anna.Api.PostAsync(Profiles, body).JsonAsync(HttpStatusCode.Created);
        var third = await anna.Api.PostAsync(Profiles, body).JsonAsync(HttpStatusCode.Created);

        Assert.Equal("lunch-2", second["id"]!.GetValue<string>());
        Assert.Equal("lunch-3", third["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_user_has_fifty_profiles_at_most()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, handling => Routines.With(
            handling, [.. Enumerable.Range(11, 39).Select(i => DefaultProfiles.All[1] with { Id = ProfileId.Parse($"p-{i}").Value })]));
        var body = TenantUser.Profile(TenantUser.Ring);

        Assert.Equal(HttpStatusCode.Created, await anna.Api.PostAsync(Profiles, body).StatusAsync());
        await anna.Api.PostAsync(Profiles, body).ProblemAsync(422, "too-many-profiles");
        await anna.Api.PutAsync($"{Profiles}/en-till", body).ProblemAsync(422, "too-many-profiles");
        Assert.Equal(HttpStatusCode.OK, await anna.Api.PutAsync($"{Profiles}/lunch", body).StatusAsync());
    }

    [Fact]
    public async Task More_than_can_be_stored_is_refused_and_what_is_there_stays()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var body = JsonNode.Parse(TenantUser.Profile(TenantUser.Ring))!;
        body["referral"] = new JsonObject { ["text"] = new string('å', 500) };
        for (var i = 0; i < 7; i++)
        {
            await anna.Api.PutAsync($"{Profiles}/p-{i}", body.ToJsonString()).JsonAsync(HttpStatusCode.Created);
        }

        var before = await anna.VersionAsync();
        await anna.Api.PutAsync(
            "users/me/exceptions",
            $$"""{"items":[{{string.Join(',', Enumerable.Repeat("""{"group":"withheld","treatment":"blocked","note":"Denna ringer alltid"}""", 200))}}]}""")
            .ProblemAsync(422, "call-handling-too-large");

        Assert.Equal(before, await anna.VersionAsync());
    }

    [Fact]
    public async Task A_profile_in_use_is_not_deleted_and_its_uses_are_told()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var lunch = ProfileId.Parse("lunch").Value;
        var zone = Schedule.Empty.Zone;
        using var anna = await TenantUser.CreateAsync(fixture, tenant, handling => handling with
        {
            DefaultProfile = lunch,
            Activation = new Activation(lunch, SystemClock.Instance.GetCurrentInstant()),
            Schedule = new Schedule(
                zone,
                [
                    new(Routines.Meeting, WeekDays.Monday, new(8, 0), new(9, 0)),
                    new(lunch, WeekDays.Monday, new(12, 0), new(13, 0)),
                ],
                [new(lunch, new LocalDateTime(2030, 1, 1, 0, 0), new LocalDateTime(2030, 1, 2, 0, 0))],
                new HolidayRule(lunch, HolidayCalendar.Swedish)),
        });

        var problem = await anna.Api.DeleteAsync($"{Profiles}/lunch").ProblemAsync(409, "profile-in-use", "profile");
        Answers.AssertJson("""["default","activation","weekly[1]","oneOff[0]","holidays"]""", problem["usedBy"]);
        problem = await anna.Api.DeleteAsync($"{Profiles}/mote").ProblemAsync(409, "profile-in-use", "profile");
        Answers.AssertJson("""["weekly[0]"]""", problem["usedBy"]);
    }

    [Fact]
    public async Task An_activation_that_has_ended_uses_nothing_and_does_not_come_back_with_a_new_profile()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, handling => handling with
        {
            Activation = new Activation(Routines.Meeting, Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2026, 1, 2, 0, 0)),
        });

        Assert.Equal(HttpStatusCode.NoContent, await anna.Api.DeleteAsync($"{Profiles}/mote").StatusAsync());
        Assert.Null((await anna.HandlingAsync()).Activation);
    }
}
