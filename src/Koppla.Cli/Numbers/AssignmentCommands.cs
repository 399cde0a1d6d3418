using System.CommandLine;
using Koppla.Cli.Api;
using Koppla.Cli.Running;

namespace Koppla.Cli.Numbers;

/// <summary><c>numbers assign</c>, <c>unassign</c>.</summary>
internal static class AssignmentCommands
{
    public static Command Assign(Surroundings surroundings)
    {
        var number = SharedOptions.Number();
        var user = SharedOptions.User();
        var dryRun = SharedOptions.DryRun();
        return surroundings.Command("assign", "Give a number to a user", [number, user, dryRun], run => run.ShowAsync(
            ApiRequest.Put(NumbersGroup.Root, run.Get(number), "assignment").DryRun(run.Get(dryRun))
                .Json(new AssignmentRequest(run.Get(user)), Written.Json.AssignmentRequest),
            ApiJson.Default.NumberBody,
            NumberTable.Of));
    }

    public static Command Unassign(Surroundings surroundings)
    {
        var number = SharedOptions.Number();
        var dryRun = SharedOptions.DryRun();
        return surroundings.Command("unassign", "Take a number from its user; it is reserved again", [number, dryRun], run => run.ShowAsync(
            ApiRequest.Delete(NumbersGroup.Root, run.Get(number), "assignment").DryRun(run.Get(dryRun)), "Reserved again."));
    }
}
