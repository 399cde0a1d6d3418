using System.CommandLine;
using System.Text.Json.Nodes;
using Koppla.Cli.Api;
using Koppla.Cli.Documents;
using Koppla.Cli.Running;

namespace Koppla.Cli.Users;

/// <summary><c>users</c>.</summary>
internal static class UsersGroup
{
    private const string Root = "users";

    public static Command Create(Surroundings surroundings) => CommandBuilding.Group(
        Root,
        "The organisation's users",
        List(surroundings),
        Get(surroundings),
        Make(surroundings),
        Remove(surroundings),
        Restore(surroundings));

    private static Command List(Surroundings surroundings)
    {
        var query = SharedOptions.Text("--query", "Only those with this in name or department", "text");
        var first = SharedOptions.First();
        return surroundings.Command("list", "List users", [query, first], run => run.ListAsync(
            ApiRequest.Get(Root).With("q", run.Get(query)), run.Get(first), ApiJson.Default.UserBody, UserTable.Of, "users"));
    }

    private static Command Get(Surroundings surroundings)
    {
        var user = SharedOptions.User();
        return surroundings.Command("get", "Show a user, with the profile in force", [user], run =>
            run.ShowAsync(ApiRequest.Get(Root, run.Get(user))));
    }

    private static Command Make(Surroundings surroundings)
    {
        var parts = new DocumentParts();
        var dryRun = SharedOptions.DryRun();
        return surroundings.Command(
            "create", "Make a user: name=\"Anna Berg\" department=Växeln language=swedish", [parts.Members, parts.File, dryRun], async run =>
            {
                var (make, failure) = await parts.ReadAsync(run);
                return failure ?? await run.ShowAsync(
                    ApiRequest.Post(Root).DryRun(run.Get(dryRun)).Json(make!(new JsonObject()), Written.Json.JsonObject));
            });
    }

    private static Command Remove(Surroundings surroundings)
    {
        var user = SharedOptions.User();
        var dryRun = SharedOptions.DryRun();
        return surroundings.Command("remove", "Remove a user; the numbers are reserved again", [user, dryRun], run =>
            run.ShowAsync(ApiRequest.Delete(Root, run.Get(user)).DryRun(run.Get(dryRun)), "Removed."));
    }

    private static Command Restore(Surroundings surroundings)
    {
        var user = SharedOptions.User();
        var change = new Argument<string>("change") { Description = "The id of a change, as 'audit list' shows it" };
        var dryRun = SharedOptions.DryRun();
        return surroundings.Command("restore", "Handle the user's calls as after an earlier change", [user, change, dryRun], run =>
            run.ShowAsync(
                ApiRequest.Post(Root, run.Get(user), "restore").DryRun(run.Get(dryRun))
                    .Json(new RestoreRequest(run.Get(change)), Written.Json.RestoreRequest),
                "Restored."));
    }
}
