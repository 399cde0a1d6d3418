using System.CommandLine;
using Koppla.Cli.Api;
using Koppla.Cli.Running;

namespace Koppla.Cli.Numbers;

/// <summary><c>numbers list</c>.</summary>
internal static class NumberList
{
    public static Command Create(Surroundings surroundings)
    {
        var query = SharedOptions.Text("--query", "Only those with this in the number or the holder's name", "text");
        var state = SharedOptions.Text("--state", "Only those in this state");
        state.AcceptOnlyFromAmong("reserved", "assigned");
        var kind = SharedOptions.Text("--kind", "Only those of this kind: fixed, mobile and so on", "kind");
        var forwarded = new Option<bool?>("--forwarded") { Description = "Only those that are forwarded, or are not", HelpName = "true|false" };
        var first = SharedOptions.First();
        return surroundings.Command("list", "List numbers", [query, state, kind, forwarded, first], run => run.ListAsync(
            ApiRequest.Get(NumbersGroup.Root)
                .With("q", run.Get(query))
                .With("state", run.Get(state))
                .With("kind", run.Get(kind))
                .With("forwarded", run.Get(forwarded) is { } isForwarded ? isForwarded ? "true" : "false" : null),
            run.Get(first),
            ApiJson.Default.NumberBody,
            NumberTable.Of,
            "numbers"));
    }
}
