using System.CommandLine;
using Koppla.Benchmarks.Calls;
using Koppla.Benchmarks.Calls.Report;

namespace Koppla.Benchmarks.Search;

/// <summary><c>search</c>: searches for colleagues in a large organisation, against the floor; prints a Markdown table.</summary>
internal static class SearchCommand
{
    private static readonly Option<TablesKind> Tables = new("--tables")
    {
        Description = "What serves the tables: Azurite, or a fake that finds a range as the service does", DefaultValueFactory = _ => TablesKind.Fake,
    };

    private static readonly Option<int> People = CommandOptions.Number("--people", 50_000, "People in the organisation");
    private static readonly Option<int> Rounds = CommandOptions.Rounds();
    private static readonly Option<int> Searches = CommandOptions.Number("--searches", 20, "Searches of each kind in a round");

    public static Command Create()
    {
        var command = new Command("search", "Searches for colleagues, from the request to the answer of the API.") { Tables, People, Rounds, Searches };
        command.SetAction((arguments, cancellation) => RunAsync(
            new SearchOptions(arguments.GetValue(Tables), arguments.GetValue(People), arguments.GetValue(Rounds), arguments.GetValue(Searches)), cancellation));
        return command;
    }

    private static async Task RunAsync(SearchOptions options, CancellationToken cancellation)
    {
        var results = await new SearchBenchmark(options, Console.Error.WriteLine).RunAsync(cancellation);
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine(SearchTable.Write(results));
    }
}
