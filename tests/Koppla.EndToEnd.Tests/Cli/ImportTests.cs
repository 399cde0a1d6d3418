namespace Koppla.EndToEnd.Tests.Cli;

/// <summary>Many numbers at once, from the command line.</summary>
public sealed class ImportTests(StackFixture fixture)
{
    private const string Premium = "0900-123 45 67";

    /// <summary>More than the API gives at once. Nobody calls these.</summary>
    private const int ManyNumbers = 205;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_program_imports_a_file_tells_the_row_that_was_refused_and_calls_follow()
    {
        var shell = await Shell.OpenAsync(fixture);
        var (range, refused, destination) = (TestNumbers.FixedRange(3), TestNumbers.Fixed(), TestNumbers.External());
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                file,
                $"number;to;destination\n{range[0].Display};{range[2].Display};{destination.Display}\n{refused.Display};;{Premium}\n",
                Cancellation);
            await using var run = shell.Start("numbers", "import", file);

            Assert.Equal(1, await run.Exited.WaitAsync(TimeSpan.FromMinutes(1), Cancellation));
            Assert.Contains(run.Output.Last(10), line => line.StartsWith($"3   {refused.E164} destination-premium destination: Calls", StringComparison.Ordinal));
            Assert.Contains("3 created, 0 changed, 0 unchanged, 1 refused.", run.Output.Last(10).Select(line => line.TrimEnd()));
            Assert.Equal(destination.E164, (await shell.Tenant.CallAsync(range[1])).Outcome?.Number);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task What_is_exported_is_imported_again_and_changes_nothing()
    {
        var shell = await Shell.OpenAsync(fixture);
        var user = (await shell.DoAsync("users", "create", "name=Åsa Öberg", "--json")).Json.GetProperty("id");
        shell.In = $"""
            number,to,user,destination,enabled
            {TestNumbers.Fixed().E164},,,,
            {TestNumbers.Fixed().E164},,,{TestNumbers.External().E164},
            {TestNumbers.Fixed().E164},,,{TestNumbers.External().E164},false
            {TestNumbers.Fixed().E164},,{user},,
            {TestNumbers.Mobile().E164},,,,
            """;
        Assert.Equal("5 created, 0 changed, 0 unchanged, 0 refused.", (await shell.DoAsync("numbers", "import")).LastLine);
        var exported = (await shell.DoAsync("numbers", "export")).Out;

        shell.In = exported;
        var again = await shell.DoAsync("numbers", "import");

        Assert.Equal("0 created, 0 changed, 5 unchanged, 0 refused.", again.LastLine);
        Assert.Equal(exported, (await shell.DoAsync("numbers", "export")).Out);
    }

    [Fact]
    public async Task Of_more_numbers_than_a_page_has_all_are_listed_and_all_are_in_the_audit_log()
    {
        var shell = await Shell.OpenAsync(fixture);
        shell.In = "number,to\n08-465 005 00,08-465 007 04\n";
        await shell.DoAsync("numbers", "import");

        var listed = (await shell.DoAsync("numbers", "list", "--json")).Json.EnumerateArray().Select(item => item.GetProperty("number").GetString());
        Assert.Equal(Enumerable.Range(0, ManyNumbers).Select(i => $"+46846500{500 + i}"), listed);

        var changes = (await shell.DoAsync("audit", "list", "--json")).Json.EnumerateArray().Select(item => item.GetProperty("object").GetString());
        Assert.Equal(ManyNumbers, changes.Distinct(StringComparer.Ordinal).Count());
    }
}
