using System.CommandLine;

namespace Koppla.Benchmarks.Calls.Floor;

/// <summary><c>floor</c>: what <c>calls</c> starts as a process of its own. Ends with its standard input.</summary>
internal static class FloorCommand
{
    public const string Name = "floor";
    public const string TablesOption = "--tables";
    public const string RedirectOption = "--redirect";
    public const string Listening = "Listening on ";

    private static readonly Option<string> Tables = new(TablesOption) { Description = "Connection string of the tables", Required = true };
    private static readonly Option<string> Redirect = new(RedirectOption) { Description = "Where redirects are posted to", Required = true };

    public static Command Create()
    {
        var command = new Command(Name, "The floor of calls; not for use by hand.") { Hidden = true };
        command.Add(Tables);
        command.Add(Redirect);
        command.SetAction((arguments, cancellation) =>
            RunAsync(arguments.GetValue(Tables)!, new Uri(arguments.GetValue(Redirect)!), cancellation));
        return command;
    }

    private static async Task RunAsync(string tables, Uri redirect, CancellationToken cancellation)
    {
        using var provider = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var endpoint = new FloorEndpoint(tables, provider, redirect);
        await using var server = await LoopbackServer.StartAsync(endpoint.AnswerAsync, cancellation);
        Console.WriteLine(Listening + server.BaseAddress);
        await Console.In.ReadToEndAsync(cancellation);
    }
}
