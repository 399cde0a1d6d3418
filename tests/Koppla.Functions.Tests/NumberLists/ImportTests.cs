using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Koppla.Functions.Tests.Api;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Tests.NumberLists;

public sealed class ImportTests(ApiFixture fixture)
{
    [Fact]
    public async Task An_import_adds_assigns_and_forwards_and_the_same_again_finds_all_as_it_should_be()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var (plain, forwarded, annas) = (fixture.NewNumber(), fixture.NewNumber(), fixture.NewNumber());
        var rows = $$"""
            {"rows":[{"number":"{{plain.Display}}"},{"number":"{{forwarded.E164}}","destination":"070-174 06 60","enabled":false},{"number":"{{annas.E164}}","user":"{{anna.Id}}"}]}
            """;

        var first = await ImportAsync(tenant, rows);
        var again = await ImportAsync(tenant, rows);

        Assert.Equal(["created", "created", "created"], Outcomes(first));
        Assert.Equal(3, first["created"]!.GetValue<int>());
        Assert.Equal(["unchanged", "unchanged", "unchanged"], Outcomes(again));
        Assert.Equal(new ReservedNumber(tenant.Id, null), await StoredAsync(plain));
        Assert.Equal(new ReservedNumber(tenant.Id, new Forwarding(Numbers.Outside, false)), await StoredAsync(forwarded));
        Assert.Equal(new AssignedNumber(tenant.Id, anna.Id), await StoredAsync(annas));
        Assert.Contains(annas.E164, (await anna.Api.GetAsync("users/me").JsonAsync())["numbers"]!.AsArray().Select(number => number!.GetValue<string>()));
        Assert.Equal(5, (await tenant.GetAsync("numbers").JsonAsync())["items"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("number,to,user,destination,enabled\n{0},{1},,,\n{2},,,070-174 06 60,false\n")]
    [InlineData("\uFEFFNumber; To; Destination; Enabled\r\n{0}; {1}; ; \r\n\"{2}\"; ; \"070-174 06 60\"; FALSE\r\n")]
    [InlineData("destination\tenabled\tnumber\tto\n\t\t{0}\t{1}\n+46701740660\tfalse\t{2}\t")]
    public async Task An_import_may_be_csv(string form)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var (from, to) = Range(3);
        var forwarded = fixture.NewNumber();

        var report = await ImportAsync(tenant, string.Format(form, from.E164, to.E164, forwarded.E164), "text/csv");

        Assert.Equal([1, 1, 1, 2], report["items"]!.AsArray().Select(item => item!["row"]!.GetValue<int>()));
        Assert.Equal(4, report["created"]!.GetValue<int>());
        Assert.Equal(new ReservedNumber(tenant.Id, new Forwarding(Numbers.Outside, false)), await StoredAsync(forwarded));
    }

    [Fact]
    public async Task What_is_refused_is_told_row_by_row_and_does_not_stop_the_others()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var other = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var (good, foreign, mobile) = (fixture.NewNumber(), await other.ReservedAsync(), fixture.NewMobile());
        string[] rows =
        [
            $$"""{"number":"{{good.E164}}"}""",
            """{"number":"08-1"}""",
            """{}""",
            "null",
            $$"""{"number":"{{foreign.E164}}"}""",
            $$"""{"number":"{{mobile.E164}}","destination":"{{Numbers.Outside.E164}}"}""",
            $$"""{"number":"{{fixture.NewNumber().E164}}","destination":"0900-123 45 67"}""",
            $$"""{"number":"{{good.Display}}"}""",
            $$"""{"number":"{{fixture.NewNumber().E164}}","user":"{{Guid.NewGuid()}}"}""",
            $$"""{"number":"{{anna.Fixed.E164}}","destination":"{{Numbers.Outside.E164}}"}""",
            $$"""{"number":"{{fixture.NewNumber().E164}}","user":"{{anna.Id}}","destination":"{{Numbers.Outside.E164}}"}""",
            $$"""{"number":"{{fixture.NewNumber().E164}}","to":"{{Numbers.Reserved.E164}}"}""",
        ];

        var report = await ImportAsync(tenant, $$"""{"rows":[{{string.Join(',', rows)}}]}""");

        Assert.Equal(
            [
                null, "number-short", "body-not-valid", "body-not-valid", "number-not-available", "reserved-mobile-needs-sim",
                "destination-premium", "number-repeated", "user-unknown", "number-assigned", "row-ambiguous", "range-not-valid",
            ],
            report["items"]!.AsArray().Select(item => item!["problem"]?["title"]?.GetValue<string>()));
        Assert.Equal((1, 11), (report["created"]!.GetValue<int>(), report["refused"]!.GetValue<int>()));
        Assert.Equal(new ReservedNumber(other.Id, null), await StoredAsync(foreign));
        Assert.Null(await fixture.Stores.Numbers.ReadAsync(mobile, Cancellation));
        Assert.Equal(new AssignedNumber(tenant.Id, anna.Id), await StoredAsync(anna.Fixed));
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_refused_in_the_language_of_who_reads()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var request = new HttpRequestMessage(HttpMethod.Post, "numbers/import")
        {
            Content = new StringContent("""{"rows":[{"number":"08-465 004 10","user":"5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7b01","destination":"08-465 004 11"}]}""", Encoding.UTF8, "application/json"),
            Headers = { { "Accept-Language", "sv" } },
        };

        var report = await tenant.SendAsync(request).JsonAsync();

        Assert.Equal("Ett nummer är en användares eller vidarekopplas, inte båda.", report["items"]![0]!["problem"]!["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_forwarding_that_stands_is_not_tried_again_so_that_an_import_finds_all_as_it_should_be()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var (one, other) = (fixture.NewNumber(), fixture.NewNumber());
        await fixture.Stores.Numbers.WriteAsync(one, new ReservedNumber(tenant.Id, new Forwarding(other, true)), Cancellation);
        await fixture.Stores.Numbers.WriteAsync(other, new ReservedNumber(tenant.Id, new Forwarding(one, true)), Cancellation);
        string Row(bool enabled) => $$"""{"rows":[{"number":"{{one.E164}}","destination":"{{other.E164}}","enabled":{{(enabled ? "true" : "false")}}}]}""";

        Assert.Equal(["unchanged"], Outcomes(await ImportAsync(tenant, Row(enabled: true))));
        Assert.Equal(["refused"], Outcomes(await ImportAsync(tenant, Row(enabled: false))));
    }

    [Fact]
    public async Task A_range_of_hundreds_comes_in_one_request_and_all_are_found()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var (from, to) = Range(300);

        var report = await ImportAsync(tenant, $$"""{"rows":[{"number":"{{from.E164}}","to":"{{to.E164}}"}]}""");

        Assert.Equal(300, report["created"]!.GetValue<int>());
        Assert.Equal(200, (await tenant.GetAsync("numbers?limit=200&q=08465").JsonAsync())["items"]!.AsArray().Count);
        var log = await tenant.GetAsync($"audit?object=number:{to.Digits}").JsonAsync();
        Assert.Equal("number-reserved", Assert.Single(log["items"]!.AsArray())!["action"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_become_of_each_and_adds_none()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = fixture.NewNumber();

        var report = await ImportAsync(tenant, $$"""{"rows":[{"number":"{{number.E164}}"}]}""", path: "numbers/import?dryRun=true");

        Assert.Equal(["created"], Outcomes(report));
        Assert.Null(await fixture.Stores.Numbers.ReadAsync(number, Cancellation));
    }

    [Theory]
    [InlineData("""{"rows":[]}""", "application/json", 200, null)]
    [InlineData("{}", "application/json", 400, "body-not-valid")]
    [InlineData("""{"rows":[{"number":"08-465 004 10","state":"reserved"}]}""", "application/json", 400, "body-not-valid")]
    [InlineData("""{"rows":[{"number":"08-465 000 00","to":"08-465 009 99"},{"number":"070-174 06 05"}]}""", "application/json", 422, "too-many")]
    [InlineData("number\n", "text/csv", 200, null)]
    [InlineData("", "text/csv", 400, "body-not-valid")]
    [InlineData("nummer\n08-465 004 10\n", "text/csv", 400, "body-not-valid")]
    [InlineData("number,number\n1,2\n", "text/csv", 400, "body-not-valid")]
    [InlineData("number,enabled\n08-465 004 10,perhaps\n", "text/csv", 400, "body-not-valid")]
    [InlineData("number\n08-465 004 10,1,2,3\n", "text/csv", 400, "body-not-valid")]
    [InlineData("number\n\"08-465 004 10\n", "text/csv", 400, "body-not-valid")]
    [InlineData("number\n\0\u0001\n", "text/csv", 200, null)]
    [InlineData("x", "text/plain", 415, "body-not-json")]
    public async Task A_body_that_is_not_what_it_should_be_adds_nothing(string body, string type, int status, string? name)
    {
        using var tenant = await Tenant.CreateAsync(fixture);

        using var answer = await PostAsync(tenant, "numbers/import", body, type);

        Assert.Equal(status, (int)answer.StatusCode);
        var document = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal(name, document["title"]?.GetValue<string>());
        Assert.Equal("""{"items":[]}""", (await tenant.GetAsync("numbers").JsonAsync()).ToJsonString());
    }

    [Fact]
    public void No_csv_is_too_odd_to_be_read_or_refused() => Gen.String[Gen.Char["number,;\t\"\r\n +460812\0å"], 0, 200].Sample(
        text =>
        {
            using var body = new MemoryStream(Encoding.UTF8.GetBytes(text));
            var (rows, problem) = Functions.Numbers.Batches.ImportCsv.ReadAsync(body, CancellationToken.None).GetAwaiter().GetResult();
            Assert.True(problem is null || rows.Count == 0);
        },
        iter: 2000);

    [Fact]
    public async Task An_export_can_be_imported_by_whoever_gets_the_numbers()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var off = await tenant.ReservedAsync(Numbers.Outside, enabled: false);
        using var csv = await tenant.GetAsync("numbers/export");
        var text = await csv.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal("text/csv", csv.Content.Headers.ContentType?.MediaType);
        Assert.Equal("numbers.csv", csv.Content.Headers.ContentDisposition?.FileName);
        var report = await ImportAsync(tenant, text, "text/csv");
        Assert.Equal(["unchanged", "unchanged", "unchanged"], Outcomes(report));
        using var json = await tenant.GetAsync("numbers/export?format=json");
        var numbers = JsonNode.Parse(await json.Content.ReadAsStringAsync(Cancellation))!.AsArray();
        Assert.Equal(
            new[] { off, anna.Fixed, anna.Mobile }.Select(number => number.E164).Order(StringComparer.Ordinal),
            numbers.Select(number => number!["number"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        await tenant.GetAsync("numbers/export?format=xls").ProblemAsync(400, "parameter-not-valid", "format");
    }

    [Fact]
    public async Task A_range_is_forwarded_and_what_is_no_reserved_fixed_number_is_left_alone()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var (from, to) = Range(4);
        await ImportAsync(tenant, $$"""{"rows":[{"number":"{{from.E164}}","to":"{{to.E164}}"}]}""");
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        await tenant.PutAsync($"numbers/{to.E164}/assignment", $$"""{"user":"{{anna.Id}}"}""").JsonAsync(HttpStatusCode.Created);
        var asked = $$"""{"from":"{{from.E164}}","to":"{{to.E164}}","destination":"070-174 06 60"}""";

        var report = await JsonAsync(tenant, "numbers/forwarding", asked);
        var again = await JsonAsync(tenant, "numbers/forwarding", asked);
        var ended = await JsonAsync(tenant, "numbers/forwarding", $$"""{"from":"{{from.E164}}","to":"{{to.E164}}"}""");

        Assert.Equal(["changed", "changed", "changed", "refused"], Outcomes(report));
        Assert.Equal("number-assigned", report["items"]![3]!["problem"]!["title"]!.GetValue<string>());
        Assert.Equal(["unchanged", "unchanged", "unchanged", "refused"], Outcomes(again));
        Assert.Equal(["changed", "changed", "changed", "refused"], Outcomes(ended));
        Assert.Equal(new ReservedNumber(tenant.Id, null), await StoredAsync(from));
        await PostAsync(tenant, "numbers/forwarding", $$"""{"from":"{{to.E164}}","to":"{{from.E164}}"}""").ProblemAsync(422, "range-not-valid", "to");
        await PostAsync(tenant, "numbers/forwarding", $$"""{"from":"{{to.E164}}"}""").ProblemAsync(400, "body-not-valid", "to");
    }

    private (PhoneNumber From, PhoneNumber To) Range(int count)
    {
        var numbers = Enumerable.Range(0, count).Select(_ => fixture.NewNumber()).OrderBy(number => number.Digits, StringComparer.Ordinal).ToArray();
        return (numbers[0], Numbers.Of($"+{long.Parse(numbers[0].Digits) + count - 1}"));
    }

    private static Task<JsonObject> ImportAsync(Tenant tenant, string body, string type = "application/json", string path = "numbers/import") =>
        PostAsync(tenant, path, body, type).JsonAsync();

    private static Task<JsonObject> JsonAsync(Tenant tenant, string path, string body) => PostAsync(tenant, path, body).JsonAsync();

    private static Task<HttpResponseMessage> PostAsync(Tenant tenant, string path, string body, string type = "application/json") =>
        tenant.SendAsync(HttpMethod.Post, path, new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new(type) } });

    private static IEnumerable<string> Outcomes(JsonObject report) =>
        report["items"]!.AsArray().Select(item => item!["outcome"]!.GetValue<string>());

    /// <summary>Since when a destination stands apart.</summary>
    private async Task<NumberEntry> StoredAsync(PhoneNumber number) => (await fixture.Stores.Numbers.ReadAsync(number, Cancellation))!.Value switch
    {
        ReservedNumber { Forwarding: { } forwarding } reserved => reserved with { Forwarding = forwarding with { Since = null } },
        var entry => entry,
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
