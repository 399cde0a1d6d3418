using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Koppla.Cli.Tests.Fakes;

namespace Koppla.Cli.Tests.Numbers.Import;

/// <summary>Many numbers, in requests that the API takes, with a report that names the rows of the file.</summary>
public sealed class ImportTests
{
    private const string Refusal = """{"title":"number-not-valid","detail":"This is no number.","errors":{"number":["This is no number."]}}""";

    [Fact]
    public async Task A_long_file_goes_in_requests_of_a_thousand_numbers_each()
    {
        var shell = new Shell { In = Csv(2500) };
        shell.Api.Answer(Report).Answer(Report).Answer(Report);
        var ended = await shell.RunAsync("numbers", "import");
        Assert.Equal(0, ended.Code);
        Assert.Equal("2500 created, 0 changed, 0 unchanged, 0 refused." + Environment.NewLine, ended.Out);
        Assert.Equal([1000, 1000, 500], shell.Api.Requests.Select(request => Rows(request).Count));
        Assert.Equal("""{"number":"+46846500000","destination":"070-174 06 60","enabled":true}""", Rows(shell.Api.Requests[0])[0]!.ToJsonString(Plain));
        Assert.All(shell.Api.Requests, request => Assert.Equal(("POST", "numbers/import"), (request.Method, request.Path)));
        Assert.Equal(3, shell.Api.Requests.Select(request => request.Key).Distinct().Count());
    }

    [Fact]
    public async Task Refused_rows_are_told_by_their_line_in_the_file()
    {
        var shell = new Shell { In = "number;to;destination\r\n+46846500410;;\r\n\r\n08-x;;\r\n" };
        shell.Api.Answer(request => Report(request, refuse: "08-x"));
        var ended = await shell.RunAsync("numbers", "import", "-");
        Assert.Equal(1, ended.Code);
        Assert.Matches("row +number +rule +why", ended.Out);
        Assert.Matches("4 +08-x +number-not-valid +number: This is no number.", ended.Out);
        Assert.Contains("1 created, 0 changed, 0 unchanged, 1 refused.", ended.Out, StringComparison.Ordinal);
        Assert.Contains("1 number was refused.", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_later_requests_are_told_by_their_line_too()
    {
        var shell = new Shell { In = Csv(1500) };
        shell.Api.Answer(Report).Answer(request => Report(request, refuse: "+46846501499"));
        var ended = await shell.RunAsync("numbers", "import");
        Assert.Matches(@"1501 +\+46846501499", ended.Out);
    }

    [Theory]
    [InlineData("""[{"number":"+46846500410"},{"number":"08-x","destination":null}]""")]
    [InlineData(""" {"rows":[{"number":"+46846500410"},{"number":"08-x","destination":null}]}""")]
    [InlineData("\uFEFF[{\"number\":\"+46846500410\"},{\"number\":\"08-x\",\"destination\":null}]")]
    public async Task Json_is_read_as_the_api_takes_it(string file)
    {
        var shell = new Shell { In = file };
        shell.Api.Answer(request => Report(request, refuse: "08-x"));
        var ended = await shell.RunAsync("numbers", "import");
        Assert.Matches("2 +08-x", ended.Out);
        Assert.Equal("""{"rows":[{"number":"+46846500410"},{"number":"08-x","destination":null}]}""", shell.Api.Request.Body);
    }

    [Fact]
    public async Task A_file_is_read_by_its_name()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, "number\n+46846500410\n", TestContext.Current.CancellationToken);
            var shell = new Shell();
            shell.Api.Answer(Report);
            Assert.Equal(0, (await shell.RunAsync("numbers", "import", path)).Code);
            Assert.Equal("""{"rows":[{"number":"+46846500410"}]}""", shell.Api.Request.Body);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_dry_run_asks_the_api_for_one()
    {
        var shell = new Shell { In = "number\n+46846500410\n" };
        shell.Api.Answer(Report);
        var ended = await shell.RunAsync("numbers", "import", "--dry-run");
        Assert.Equal("numbers/import?dryRun=true", shell.Api.Request.Path);
        Assert.Contains("Nothing was changed", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_report_with_the_rows_of_the_file()
    {
        var shell = new Shell { In = Csv(1200) };
        shell.Api.Answer(Report).Answer(request => Report(request, refuse: "+46846501199"));
        var ended = await shell.RunAsync("numbers", "import", "--json");
        Assert.Equal(1, ended.Code);
        var report = JsonDocument.Parse(ended.Out).RootElement;
        Assert.Equal((1199, 1), (report.GetProperty("created").GetInt32(), report.GetProperty("refused").GetInt32()));
        var items = report.GetProperty("items");
        Assert.Equal(1200, items.GetArrayLength());
        Assert.Equal((2, 1201), (items[0].GetProperty("row").GetInt32(), items[1199].GetProperty("row").GetInt32()));
        Assert.Equal("number-not-valid", items[1199].GetProperty("problem").GetProperty("title").GetString());
    }

    [Fact]
    public async Task When_a_request_fails_the_rest_is_not_sent_and_what_was_done_is_told()
    {
        var shell = new Shell { In = Csv(2500) };
        shell.Api.Answer(Report).Answer(_ => throw new HttpRequestException(HttpRequestError.ResponseEnded));
        var ended = await shell.RunAsync("numbers", "import");
        Assert.Equal(3, ended.Code);
        Assert.Equal(2, shell.Api.Requests.Count);
        Assert.Contains("1000 created", ended.Out, StringComparison.Ordinal);
        Assert.Contains("Before row 1002 of the file all was sent", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_first_request_fails_there_is_nothing_to_report()
    {
        var shell = new Shell { In = Csv(2500) };
        shell.Api.Refuse(403, """{"title":"forbidden"}""");
        var ended = await shell.RunAsync("numbers", "import");
        Assert.Equal((1, ""), (ended.Code, ended.Out));
        Assert.Single(shell.Api.Requests);
        Assert.Contains("Nothing of the file was sent", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_terminal_sees_how_far_it_is()
    {
        var shell = new Shell { In = Csv(2500), IsTerminal = true };
        shell.Api.Answer(Report).Answer(Report).Answer(Report);
        var ended = await shell.RunAsync("numbers", "import");
        Assert.Contains("100%", ended.Error, StringComparison.Ordinal);
        Assert.Contains('━', ended.Error);
        Assert.DoesNotContain('%', ended.Out);
    }

    [Fact]
    public async Task A_log_sees_no_bar()
    {
        var shell = new Shell { In = Csv(2500) };
        shell.Api.Answer(Report).Answer(Report).Answer(Report);
        Assert.Empty((await shell.RunAsync("numbers", "import")).Error);
    }

    [Theory]
    [InlineData("", "header")]
    [InlineData("+46846500410\n", "The column '+46846500410' is not known.")]
    [InlineData("destination\n1\n", "'number'")]
    [InlineData("number,number\n1,2\n", "no column twice")]
    [InlineData("number,destnation\n1,2\n", "destnation")]
    [InlineData("number,enabled\n1,true\n2,ja\n", "Row 3 of the file: enabled is true or false, not 'ja'.")]
    [InlineData("number\n1\n2,3\n", "Row 3 of the file has more cells than the header.")]
    [InlineData("number,to\n1,2\n\"3,4\n", "Row 3 of the file is not CSV.")]
    [InlineData("[{\"number\":\"1\"},7]", "Row 2 of the file is not a JSON object.")]
    [InlineData("[{\"number\":", "not JSON")]
    [InlineData("{\"row\":[]}", "'rows'")]
    public async Task Nothing_is_sent_of_a_file_that_cannot_be_read_to_its_end(string file, string told)
    {
        var shell = new Shell { In = file };
        var ended = await shell.RunAsync("numbers", "import");
        Assert.Equal((2, ""), (ended.Code, ended.Out));
        Assert.Contains(told, ended.Error, StringComparison.Ordinal);
        Assert.Empty(shell.Api.Requests);
    }

    [Fact]
    public async Task A_report_about_rows_that_were_not_sent_is_not_believed()
    {
        var shell = new Shell { In = "number\n+46846500410\n" };
        shell.Api.Answer("""{"items":[{"row":7,"number":"+46846500410","outcome":"created"}],"created":1}""");
        Assert.Equal(3, (await shell.RunAsync("numbers", "import")).Code);
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Csv(int rows) =>
        "number,to,user,destination,enabled\n"
        + string.Concat(Enumerable.Range(0, rows).Select(i => $"+4684650{i.ToString("D4", CultureInfo.InvariantCulture)},,,070-174 06 60,true\n"));

    private static JsonArray Rows(SentRequest request) => JsonNode.Parse(request.Body!)!["rows"]!.AsArray();

    private static HttpResponseMessage Report(SentRequest request) => Report(request, refuse: null);

    private static HttpResponseMessage Report(SentRequest request, string? refuse)
    {
        string[] numbers = [.. Rows(request).Select(row => (string)row!["number"]!)];
        var refused = numbers.Count(number => number == refuse);
        var items = numbers.Select((number, i) => number == refuse
            ? $$"""{"row":{{i + 1}},"number":"{{number}}","outcome":"refused","problem":{{Refusal}}}"""
            : $$"""{"row":{{i + 1}},"number":"{{number}}","outcome":"created"}""");
        return FakeApi.Of(
            $$"""{"items":[{{string.Join(',', items)}}],"created":{{numbers.Length - refused}},"changed":0,"unchanged":0,"refused":{{refused}}}""");
    }
}
