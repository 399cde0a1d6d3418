using System.CommandLine;
using Koppla.Benchmarks.Calls.Provider;
using Koppla.Benchmarks.Supervised.Floor;

namespace Koppla.Benchmarks.Calls.Floor;

/// <summary><c>floor</c>: what <c>calls</c> and <c>supervised</c> start as a process of its own. Ends with its standard input.</summary>
internal static class FloorCommand
{
    public const string Name = "floor";
    public const string TablesOption = "--tables";
    public const string ProviderOption = "--provider";
    public const string Listening = "Listening on ";

    private static readonly Option<string> Tables = new(TablesOption) { Description = "Connection string of the tables", Required = true };
    private static readonly Option<string> Provider = new(ProviderOption) { Description = "Where commands are posted to", Required = true };

    public static Command Create()
    {
        var command = new Command(Name, "The floor; not for use by hand.") { Hidden = true };
        command.Add(Tables);
        command.Add(Provider);
        command.SetAction((arguments, cancellation) =>
            RunAsync(arguments.GetValue(Tables)!, new Uri(arguments.GetValue(Provider)!), cancellation));
        return command;
    }

    private static async Task RunAsync(string tables, Uri provider, CancellationToken cancellation)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var redirected = new FloorEndpoint(tables, client, new Uri(provider, ProviderSink.RedirectPath + FloorCommands.Version));
        var supervised = new SupervisedFloor(tables, new FloorCommands(client, provider));
        await supervised.OpenAsync(cancellation);
        await using var server = await LoopbackServer.StartAsync(
            http => http.Request.Path.StartsWithSegments(SupervisedFloor.Path, StringComparison.Ordinal)
                ? supervised.AnswerAsync(http)
                : redirected.AnswerAsync(http),
            cancellation);
        Console.WriteLine(Listening + server.BaseAddress);
        await Console.In.ReadToEndAsync(cancellation);
    }
}
