using Koppla.Cli.Tests.Fakes;

namespace Koppla.Cli.Tests.Numbers;

/// <summary><c>numbers export</c>.</summary>
public sealed class ExportTests : IDisposable
{
    private const string Csv = "number,to,user,destination,enabled\r\n+46846500410,,,+46701740660,true\r\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("koppla-cli-");

    private string File => Path.Combine(folder.FullName, "numbers.csv");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("numbers export", "csv")]
    [InlineData("numbers export --format json", "json")]
    [InlineData("numbers export --json", "json")]
    public async Task It_goes_to_the_output_as_it_comes(string line, string format)
    {
        var shell = new Shell();
        shell.Api.Answer(Csv);
        var ended = await shell.RunAsync(line.Split(' '));
        Assert.Equal((0, Csv), (ended.Code, ended.Out));
        Assert.Equal($"numbers/export?format={format}", shell.Api.Request.Path);
    }

    [Fact]
    public async Task It_goes_to_a_file()
    {
        var shell = new Shell();
        shell.Api.Answer(Csv);
        var ended = await shell.RunAsync("numbers", "export", "--output", File);
        Assert.Equal((0, ""), (ended.Code, ended.All));
        Assert.Equal(Csv, await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken));
        Assert.Single(folder.GetFiles());
    }

    [Fact]
    public async Task An_export_that_breaks_leaves_the_file_that_was_there()
    {
        await System.IO.File.WriteAllTextAsync(File, "before", TestContext.Current.CancellationToken);
        var shell = new Shell();
        shell.Api.Answer(_ => new HttpResponseMessage { Content = new StreamContent(new BrokenStream()) });
        var ended = await shell.RunAsync("numbers", "export", "--output", File);
        Assert.Equal(3, ended.Code);
        Assert.Equal("before", await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken));
        Assert.Single(folder.GetFiles());
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_told()
    {
        var shell = new Shell();
        var ended = await shell.RunAsync("numbers", "export", "--output", Path.Combine(File, "in", "no", "folder"));
        Assert.Equal(2, ended.Code);
        Assert.Contains("cannot be written", ended.Error, StringComparison.Ordinal);
    }

    /// <summary>A connection that is lost after some of the answer.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        private bool hasGiven;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (hasGiven)
            {
                throw new HttpIOException(HttpRequestError.ResponseEnded);
            }

            hasGiven = true;
            buffer.Span[0] = (byte)'n';
            return ValueTask.FromResult(1);
        }
    }
}
