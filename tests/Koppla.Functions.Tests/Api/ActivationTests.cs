using System.Net;
using Koppla.Routing.Directory;
using Koppla.Routing.Schedules;
using NodaTime;
using NodaTime.Text;

namespace Koppla.Functions.Tests.Api;

public sealed class ActivationTests(ApiFixture fixture)
{
    private const string Path = "users/me/activation";

    private static readonly Instant Now = SystemClock.Instance.GetCurrentInstant();

    [Fact]
    public async Task A_profile_is_activated_read_and_ended()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        await anna.Api.GetAsync(Path).ProblemAsync(404, "activation-missing");
        await anna.Api.DeleteAsync(Path).ProblemAsync(404, "activation-missing");

        var created = await anna.Api.PutAsync(Path, """{"profile":"lunch"}""").JsonAsync(HttpStatusCode.Created);
        Assert.Equal("lunch", created["profile"]!.GetValue<string>());
        Assert.Null(created["until"]);
        Assert.Equal(created.ToJsonString(), (await anna.Api.GetAsync(Path).JsonAsync()).ToJsonString());
        var status = await anna.Api.GetAsync("users/me/status").JsonAsync();
        Answers.AssertJson(
            $$"""
            {"profile":{"id":"lunch","name":"Lunch"},"statusText":"Lunch","source":"forced","since":"{{created["since"]}}","absence":"lunch"}
            """,
            status);

        var replaced = await anna.Api.PutAsync(Path, """{"profile":"mote"}""").JsonAsync();
        Assert.Equal("mote", replaced["profile"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NoContent, await anna.Api.DeleteAsync(Path).StatusAsync());
        await anna.Api.GetAsync(Path).ProblemAsync(404, "activation-missing");
    }

    [Fact]
    public async Task An_activation_until_a_time_shows_what_comes_after_it()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var until = Now.Plus(Duration.FromHours(5)).InUtc().Date.PlusDays(1).At(new LocalTime(9, 30)).InUtc().ToInstant();
        var text = InstantPattern.ExtendedIso.Format(until);
        var withOffset = OffsetDateTimePattern.Rfc3339.Format(until.WithOffset(Offset.FromHours(1)));

        var created = await anna.Api.PutAsync(Path, $$"""{"profile":"lunch","until":"{{withOffset}}"}""").JsonAsync(HttpStatusCode.Created);
        Assert.Equal(text, created["until"]!.GetValue<string>());
        var status = await anna.Api.GetAsync("users/me/status").JsonAsync();
        Assert.Equal("activated", status["source"]!.GetValue<string>());
        Assert.Equal(text, status["until"]!.GetValue<string>());
        Answers.AssertJson($$"""{"profile":{"id":"tillganglig","name":"Tillgänglig"},"at":"{{text}}"}""", status["next"]);
    }

    [Fact]
    public async Task An_activation_may_last_as_long_as_the_profile_usually_does()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        var created = await anna.Api.PutAsync(Path, """{"profile":"lunch","standardLength":true}""").JsonAsync(HttpStatusCode.Created);

        Assert.Equal(Duration.FromHours(1), At(created["until"]!.GetValue<string>()) - At(created["since"]!.GetValue<string>()));
        await anna.Api.PutAsync(Path, """{"profile":"sjuk","standardLength":true}""")
            .ProblemAsync(422, "profile-has-no-standard-length", "standardLength");
    }

    [Fact]
    public async Task An_activation_may_end_on_the_next_working_day()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        var created = await anna.Api.PutAsync(Path, """{"profile":"sjuk","untilNextWorkingDayAt":"08:15"}""").JsonAsync(HttpStatusCode.Created);

        var since = At(created["since"]!.GetValue<string>());
        Assert.Equal(WorkingDays.Next(Schedule.Empty, since, new LocalTime(8, 15)), At(created["until"]!.GetValue<string>()));
    }

    [Fact]
    public async Task An_activation_may_end_where_the_schedule_changes()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        await anna.Api.PutAsync(
            "users/me/schedule",
            """{"timeZone":"Etc/UTC","oneOff":[{"profile":"semester","from":"2026-01-01T00:00","to":"2027-12-24T00:00"}]}""").JsonAsync();

        var created = await anna.Api.PutAsync(Path, """{"profile":"lunch","untilNextChange":true}""").JsonAsync(HttpStatusCode.Created);

        Assert.Equal("2027-12-24T00:00:00Z", created["until"]!.GetValue<string>());
        Assert.True(created["untilNextChange"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("\"untilNextChange\":true,\"standardLength\":true", "activation-end-ambiguous", "standardLength")]
    [InlineData("\"until\":\"2027-01-01T00:00:00Z\",\"untilNextChange\":true", "activation-end-ambiguous", "untilNextChange")]
    [InlineData("\"untilNextWorkingDayAt\":\"08:00\",\"until\":\"2027-01-01T00:00:00Z\"", "activation-end-ambiguous", "untilNextWorkingDayAt")]
    [InlineData("\"until\":\"2026-01-01T00:00:00Z\"", "activation-end-past", "until")]
    [InlineData("\"until\":\"0001-01-01T00:00:00+18:00\"", "activation-end-past", "until")]
    [InlineData("\"until\":\"2036-01-01T00:00:00Z\"", "activation-end-too-far", "until")]
    [InlineData("\"until\":\"9999-12-31T23:59:59-18:00\"", "activation-end-too-far", "until")]
    [InlineData("\"until\":\"2027-01-01T00:00:00\"", "time-not-valid", "until")]
    [InlineData("\"until\":\"2027-02-30T00:00:00Z\"", "time-not-valid", "until")]
    [InlineData("\"until\":\"2027-01-01\"", "time-not-valid", "until")]
    [InlineData("\"until\":\"\"", "time-not-valid", "until")]
    [InlineData("\"untilNextWorkingDayAt\":\"8:00\"", "time-not-valid", "untilNextWorkingDayAt")]
    [InlineData("\"untilNextWorkingDayAt\":\"24:00\"", "time-not-valid", "untilNextWorkingDayAt")]
    public async Task An_end_that_cannot_be_is_refused(string end, string name, string field)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var before = await anna.VersionAsync();

        await anna.Api.PutAsync(Path, $$"""{"profile":"lunch",{{end}}}""").ProblemAsync(422, name, field);

        Assert.Equal(before, await anna.VersionAsync());
    }

    [Theory]
    [InlineData("activation")]
    [InlineData("default-profile")]
    public async Task Only_a_profile_of_the_user_can_be_put_in_force(string part)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        await anna.Api.PutAsync($"users/me/{part}", """{"profile":"semester-2"}""").ProblemAsync(422, "profile-unknown", "profile");
        await anna.Api.PutAsync($"users/me/{part}", """{"profile":"Semester!"}""").ProblemAsync(422, "profile-id-not-valid", "profile");
    }

    [Fact]
    public async Task The_default_profile_is_read_and_replaced()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        const string Default = "users/me/default-profile";

        Answers.AssertJson("""{"profile":"tillganglig"}""", await anna.Api.GetAsync(Default).JsonAsync());
        Answers.AssertJson("""{"profile":"upptagen"}""", await anna.Api.PutAsync(Default, """{"profile":"upptagen"}""").JsonAsync());
        Answers.AssertJson("""{"profile":"upptagen"}""", await anna.Api.GetAsync(Default).JsonAsync());
        Assert.Equal("upptagen", (await anna.Api.GetAsync("users/me/status").JsonAsync())["profile"]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_activation_is_extended()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, Routines.WithAnHour);
        var end = (await anna.HandlingAsync()).Activation!.Until!.Value;

        var extended = await anna.Api.PostAsync($"{Path}/extend", """{"minutes":90}""").JsonAsync();

        Assert.Equal(end + Duration.FromMinutes(90), At(extended["until"]!.GetValue<string>()));
        Assert.Equal(end + Duration.FromMinutes(90), (await anna.HandlingAsync()).Activation!.Until);
    }

    [Theory]
    [InlineData("0", "extension-not-valid")]
    [InlineData("-30", "extension-not-valid")]
    [InlineData("29", "extension-not-valid")]
    [InlineData("45", "extension-not-valid")]
    [InlineData("750", "extension-not-valid")]
    [InlineData("720", "extension-too-long")]
    public async Task An_extension_has_its_rules(string minutes, string name)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, Routines.WithAnHour);

        await anna.Api.PostAsync($"{Path}/extend", $$"""{"minutes":{{minutes}}}""").ProblemAsync(422, name, "minutes");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"minutes":7.5}""")]
    [InlineData("""{"minutes":"30"}""")]
    [InlineData("""{"minutes":true}""")]
    [InlineData("""{"minutes":[]}""")]
    [InlineData("""{"minutes":null}""")]
    public async Task Minutes_are_a_whole_number(string body)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, Routines.WithAnHour);

        await anna.Api.PostAsync($"{Path}/extend", body).ProblemAsync(400, "body-not-valid", "minutes");
    }

    [Fact]
    public async Task What_has_no_end_or_has_ended_is_not_extended()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, Ended);
        const string Extension = """{"minutes":30}""";

        await anna.Api.GetAsync(Path).ProblemAsync(404, "activation-missing");
        await anna.Api.PostAsync($"{Path}/extend", Extension).ProblemAsync(404, "activation-missing");
        await anna.Api.PutAsync(Path, """{"profile":"lunch"}""").JsonAsync(HttpStatusCode.Created);
        await anna.Api.PostAsync($"{Path}/extend", Extension).ProblemAsync(409, "activation-has-no-end");
    }

    private static CallHandling Ended(CallHandling handling) => handling with
    {
        Activation = new Activation(Routines.Meeting, Now - Duration.FromHours(2), Now - Duration.FromHours(1)),
    };

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
