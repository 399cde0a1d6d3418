using System.CommandLine;
using System.Text.Json.Nodes;
using Koppla.Cli.Api;
using Koppla.Cli.Documents;
using Koppla.Cli.Running;

namespace Koppla.Cli.Numbers;

/// <summary><c>numbers forward</c>, <c>unforward</c>.</summary>
internal static class ForwardingCommands
{
    public static Command Forward(Surroundings surroundings)
    {
        var number = SharedOptions.Number();
        var destination = new Argument<string?>("destination")
        {
            Description = "Where its calls go; left out: as it is, and --enabled turns it off or on",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var enabled = SharedOptions.Enabled();
        var dryRun = SharedOptions.DryRun();
        return surroundings.Command(
            "forward", "Forward a reserved fixed number", [number, destination, enabled, dryRun], async run =>
            {
                string[] path = [NumbersGroup.Root, run.Get(number), "forwarding"];
                return (run.Get(destination), run.Get(enabled)) switch
                {
                    ({ } to, var isEnabled) => await run.ShowAsync(ApiRequest.Put(path).DryRun(run.Get(dryRun))
                        .Json(new ForwardingBody(to, isEnabled ?? true), Written.Json.ForwardingBody)),
                    (null, { } isEnabled) => await run.EditAsync(path, present => Turned(present, isEnabled), run.Get(dryRun)),
                    _ => Failure.Usage("There is nothing to change.", "Give a destination, or --enabled, or both."),
                };
            });
    }

    public static Command Unforward(Surroundings surroundings)
    {
        var number = SharedOptions.Number();
        var dryRun = SharedOptions.DryRun();
        return surroundings.Command("unforward", "Forward a number no more", [number, dryRun], run => run.ShowAsync(
            ApiRequest.Delete(NumbersGroup.Root, run.Get(number), "forwarding").DryRun(run.Get(dryRun)), "Not forwarded any more."));
    }

    private static JsonObject? Turned(JsonObject? present, bool isEnabled) => present is null
        ? null
        : new() { ["destination"] = present["destination"]?.DeepClone(), ["enabled"] = isEnabled };
}
