using System.CommandLine;
using System.Security;
using System.Text;
using Koppla.Cli.Api;
using Koppla.Cli.Running;

namespace Koppla.Cli.Numbers;

/// <summary><c>numbers export</c>.</summary>
internal static class NumberExport
{
    private const int BufferSize = 16 * 1024; // characters

    public static Command Create(Surroundings surroundings)
    {
        var format = SharedOptions.Text("--format", "csv unless told; --json is --format json");
        format.AcceptOnlyFromAmong("csv", "json");
        var output = SharedOptions.Text("--output", "The file to write; else the standard output", "path");
        return surroundings.Command("export", "Write all numbers: as CSV, which 'import' reads, or as JSON", [format, output], run =>
        {
            var request = ApiRequest.Get(NumbersGroup.Root, "export")
                .With("format", run.Get(format) ?? (run.Display.IsJson ? "json" : "csv"));
            return run.Get(output) is { } path
                ? ToFileAsync(run, request, path)
                : run.Api.DownloadAsync(request, content => CopyAsync(content, run.Surroundings.Out, run.Cancellation), run.Cancellation);
        });
    }

    /// <summary>The file is there when all of it is, and not before.</summary>
    private static async Task<Failure?> ToFileAsync(Run run, ApiRequest request, string path)
    {
        var unfinished = $"{path}.part";
        try
        {
            await using (var file = File.Create(unfinished))
            {
                if (await run.Api.DownloadAsync(request, content => content.CopyToAsync(file, run.Cancellation), run.Cancellation) is { } failure)
                {
                    return failure;
                }
            }

            File.Move(unfinished, path, overwrite: true);
            return null;
        }
        catch (Exception unwritten) when (unwritten is (IOException and not HttpIOException) or UnauthorizedAccessException or SecurityException)
        {
            return Failure.Usage($"The file {path} cannot be written.", unwritten.Message);
        }
        finally
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }
        }
    }

    private static async Task CopyAsync(Stream content, TextWriter output, CancellationToken cancellation)
    {
        using var reader = new StreamReader(content, Encoding.UTF8);
        var buffer = new char[BufferSize];
        for (int count; (count = await reader.ReadAsync(buffer, cancellation)) > 0;)
        {
            await output.WriteAsync(buffer.AsMemory(0, count), cancellation);
        }
    }
}
