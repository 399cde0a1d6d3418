using System.Text.Json.Nodes;

namespace Koppla.Functions.Tests.Api;

/// <summary>Bodies about call handling that are not what is asked for: the member is named, and nothing is changed.</summary>
public sealed class HandlingBodyTests(ApiFixture fixture)
{
    private const string FullProfile = """
        {"id":"lunch","name":"Lunch","statusText":"x","absence":"lunch","standardMinutes":60,"referral":{"text":"x","sound":"x.wav"},
        "fixed":{"action":"ring","forwardTo":{"number":"0701740660"},"afterReferral":{"to":{"number":"0701740660"},"enabled":true},
        "onBusy":{"action":"forward","to":{"number":"0701740660"},"enabled":true},"noAnswerSeconds":20},
        "mobile":{"action":"ring","onNoConnection":{"action":"referral","enabled":false},"noAnswerSeconds":20}}
        """;

    private const string FullActivation =
        """{"profile":"lunch","until":"2027-12-24T17:00:00+01:00","untilNextChange":false,"untilNextWorkingDayAt":"08:00","standardLength":false}""";

    private const string FullSchedule = """
        {"timeZone":"Europe/Stockholm","weekly":[{"profile":"lunch","days":["monday"],"from":"12:00","to":"13:00","priority":0}],
        "oneOff":[{"profile":"lunch","from":"2030-12-24T00:00","to":"2030-12-25T00:00","priority":0,"note":"x"}],
        "holidays":{"profile":"lunch","includeEves":true,"added":[{"date":"2030-01-02","name":"x"}],"removed":["2030-01-01"]}}
        """;

    private const string FullExceptions =
        """{"items":[{"group":"number","number":"0701740660","treatment":"vip","note":"x"}]}""";

    private static readonly (string Path, string Body)[] Bodies =
    [
        ("users/me/profiles/lunch", FullProfile),
        ("users/me/activation", FullActivation),
        ("users/me/schedule", FullSchedule),
        ("users/me/exceptions", FullExceptions),
        ("users/me/default-profile", """{"profile":"lunch"}"""),
    ];

    private static readonly string[] Optional =
    [
        "id", "statusText", "standardMinutes", "referral", "referral.text", "referral.sound", "fixed.forwardTo", "fixed.forwardTo.number",
        "fixed.afterReferral", "fixed.afterReferral.to.number", "fixed.onBusy", "fixed.onBusy.to", "fixed.onBusy.to.number",
        "mobile.onNoConnection", "until", "untilNextWorkingDayAt", "weekly", "oneOff", "oneOff[0].note", "holidays", "holidays.includeEves", "holidays.added",
        "holidays.removed", "items[0].number", "items[0].note",
    ];

    public static readonly TheoryData<string, string, string> WrongTypes = [.. Bodies.SelectMany(
        body => Members(JsonNode.Parse(body.Body)!, "").SelectMany(
            member => Wrong(member).Select(wrong => (body.Path, member.Field, wrong))))];

    [Theory]
    [MemberData(nameof(WrongTypes))]
    public async Task A_member_of_the_wrong_type_is_named(string path, string field, string wrong)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var version = await anna.VersionAsync();
        var body = JsonNode.Parse(Bodies.Single(each => each.Path == path).Body)!;
        Replace(body, field, JsonNode.Parse(wrong));

        var problem = await anna.Api.PutAsync(path, body.ToJsonString()).ProblemAsync(400, "body-not-valid", field);

        Assert.DoesNotContain("Koppla.", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(version, await anna.VersionAsync());
    }

    [Theory]
    [InlineData("name")]
    [InlineData("fixed")]
    [InlineData("mobile")]
    [InlineData("fixed.action")]
    [InlineData("fixed.onBusy.action")]
    public async Task A_profile_without_what_has_no_default_is_refused(string field)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var body = JsonNode.Parse(FullProfile)!;
        Remove(body, field);

        await anna.Api.PutAsync("users/me/profiles/lunch", body.ToJsonString()).ProblemAsync(400, "body-not-valid", field);
    }

    [Theory]
    [InlineData("users/me/activation", "profile")]
    [InlineData("users/me/default-profile", "profile")]
    [InlineData("users/me/schedule", "timeZone")]
    [InlineData("users/me/schedule", "weekly[0].profile")]
    [InlineData("users/me/schedule", "weekly[0].days")]
    [InlineData("users/me/schedule", "weekly[0].from")]
    [InlineData("users/me/schedule", "weekly[0].to")]
    [InlineData("users/me/schedule", "oneOff[0].profile")]
    [InlineData("users/me/schedule", "oneOff[0].from")]
    [InlineData("users/me/schedule", "oneOff[0].to")]
    [InlineData("users/me/schedule", "holidays.profile")]
    [InlineData("users/me/schedule", "holidays.added[0].date")]
    [InlineData("users/me/schedule", "holidays.added[0].name")]
    [InlineData("users/me/exceptions", "items")]
    [InlineData("users/me/exceptions", "items[0].group")]
    [InlineData("users/me/exceptions", "items[0].treatment")]
    public async Task Another_body_without_what_has_no_default_is_refused(string path, string field)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var body = JsonNode.Parse(Bodies.Single(each => each.Path == path).Body)!;
        Remove(body, field);

        await anna.Api.PutAsync(path, body.ToJsonString()).ProblemAsync(400, "body-not-valid", field);
    }

    [Theory]
    [InlineData("users/me/profiles/lunch", "extra")]
    [InlineData("users/me/profiles/lunch", "fixed.extra")]
    [InlineData("users/me/profiles/lunch", "fixed.onBusy.to.extra")]
    [InlineData("users/me/activation", "since")]
    [InlineData("users/me/schedule", "weekly[0].extra")]
    [InlineData("users/me/exceptions", "items[0].extra")]
    public async Task An_unknown_member_is_refused(string path, string field)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var body = JsonNode.Parse(Bodies.Single(each => each.Path == path).Body)!;
        Replace(body, field, "x");

        await anna.Api.PutAsync(path, body.ToJsonString()).ProblemAsync(400, "body-not-valid", field);
    }

    [Theory]
    [InlineData("users/me/profiles/lunch", "absence", "holiday", "gone-for-the-day")]
    [InlineData("users/me/profiles/lunch", "absence", "Lunch", "lunch")]
    [InlineData("users/me/profiles/lunch", "fixed.action", "Ring", "ring-then-referral")]
    [InlineData("users/me/profiles/lunch", "fixed.action", "", "reject")]
    [InlineData("users/me/profiles/lunch", "fixed.onBusy.action", "ring", "referral")]
    [InlineData("users/me/schedule", "weekly[0].days[0]", "none", "sunday")]
    [InlineData("users/me/schedule", "weekly[0].days[0]", "måndag", "monday")]
    [InlineData("users/me/exceptions", "items[0].group", "numbers", "withheld")]
    [InlineData("users/me/exceptions", "items[0].treatment", "VIP", "vip")]
    public async Task An_unknown_word_is_refused_with_the_words_there_are(string path, string field, string word, string oneOf)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var body = JsonNode.Parse(Bodies.Single(each => each.Path == path).Body)!;
        Replace(body, field, word);

        var problem = await anna.Api.PutAsync(path, body.ToJsonString()).ProblemAsync(422, "word-unknown", field);

        Assert.Contains(oneOf, problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "\"\"", "text-not-valid")]
    [InlineData("name", "\"  \"", "text-not-valid")]
    [InlineData("name", "\"a\\nb\"", "text-not-valid")]
    [InlineData("name", "61", "text-not-valid")]
    [InlineData("statusText", "\"\"", "text-not-valid")]
    [InlineData("statusText", "101", "text-not-valid")]
    [InlineData("standardMinutes", "0", "value-out-of-range")]
    [InlineData("standardMinutes", "525601", "value-out-of-range")]
    [InlineData("fixed.noAnswerSeconds", "4", "value-out-of-range")]
    [InlineData("fixed.noAnswerSeconds", "61", "value-out-of-range")]
    [InlineData("fixed.noAnswerSeconds", "-20", "value-out-of-range")]
    [InlineData("referral.text", "\"\"", "referral-text-not-valid")]
    [InlineData("referral.text", "501", "referral-text-not-valid")]
    [InlineData("referral.text", "\"{namn}\"", "referral-text-not-valid")]
    [InlineData("referral.sound", "\".wav\"", "sound-not-valid")]
    [InlineData("referral.sound", "\"x.mp3\"", "sound-not-valid")]
    [InlineData("referral.sound", "\"../x.wav\"", "sound-not-valid")]
    [InlineData("referral.sound", "\"X.wav\"", "sound-not-valid")]
    [InlineData("referral.sound", "\"x.wav\\n\"", "sound-not-valid")]
    [InlineData("fixed.onBusy.to", "{}", "destination-missing")]
    [InlineData("fixed.afterReferral.to", "{}", "destination-missing")]
    [InlineData("fixed.onBusy.to", "{\"number\":\"0701740660\",\"user\":\"5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7b01\"}", "destination-ambiguous")]
    [InlineData("fixed.onBusy.to", "{\"user\":\"anna\"}", "id-not-valid", "fixed.onBusy.to.user")]
    [InlineData("fixed.onBusy.to", "{\"number\":\"reception\"}", "number-not-a-number", "fixed.onBusy.to.number")]
    [InlineData("fixed.onBusy.to", "{\"number\":\"112\"}", "number-emergency", "fixed.onBusy.to.number")]
    [InlineData("fixed.onBusy.to", "{\"number\":\"\"}", "number-missing", "fixed.onBusy.to.number")]
    [InlineData("mobile", "{\"action\":\"forward\"}", "destination-missing", "mobile.forwardTo")]
    [InlineData("mobile", "{\"action\":\"ring\",\"onNoAnswer\":{\"action\":\"forward\",\"enabled\":false}}", "destination-missing", "mobile.onNoAnswer.to")]
    public async Task A_value_that_a_profile_cannot_have_is_refused(string field, string value, string name, string? named = null)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var body = JsonNode.Parse(FullProfile)!;
        var isLength = field is "name" or "statusText" or "referral.text" && int.TryParse(value, out _);
        Replace(body, field, isLength ? new string('a', int.Parse(value)) : JsonNode.Parse(value));

        await anna.Api.PutAsync("users/me/profiles/lunch", body.ToJsonString()).ProblemAsync(422, name, named ?? field);
    }

    private static IEnumerable<(string Field, JsonNode? Value)> Members(JsonNode node, string field) => node switch
    {
        JsonObject all => all.SelectMany(member => Named(member.Value, field.Length == 0 ? member.Key : $"{field}.{member.Key}")),
        JsonArray items => items.SelectMany((item, i) => Named(item, $"{field}[{i}]")),
        _ => [],
    };

    private static IEnumerable<(string Field, JsonNode? Value)> Named(JsonNode? node, string field) =>
        Members(node!, field).Prepend((field, node));

    private static IEnumerable<string> Wrong((string Field, JsonNode? Value) member)
    {
        string[] all = ["\"true\"", "\"15\"", "true", "1", "7.5", "1e2", "99999999999", "null", "[]", "{}"];
        var kind = member.Value!.GetValueKind();
        return all.Where(wrong => wrong switch
        {
            "null" => !Optional.Contains(member.Field),
            "\"true\"" or "\"15\"" => kind is not System.Text.Json.JsonValueKind.String,
            "true" => kind is not (System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False),
            "1" => kind is not System.Text.Json.JsonValueKind.Number,
            "[]" => kind is not System.Text.Json.JsonValueKind.Array,
            "{}" => kind is not System.Text.Json.JsonValueKind.Object,
            _ => true,
        });
    }

    private static void Remove(JsonNode body, string field)
    {
        var (parent, member) = Find(body, field);
        parent.AsObject().Remove(member);
    }

    private static void Replace(JsonNode body, string field, JsonNode? value)
    {
        var (parent, member) = Find(body, field);
        if (parent is JsonArray items)
        {
            items[int.Parse(member)] = value;
        }
        else
        {
            parent[member] = value;
        }
    }

    private static (JsonNode Parent, string Member) Find(JsonNode body, string field)
    {
        var steps = field.Replace("[", ".").Replace("]", "").Split('.');
        var parent = steps[..^1].Aggregate(body, (node, step) => node is JsonArray items ? items[int.Parse(step)]! : node[step]!);
        return (parent, steps[^1]);
    }
}
