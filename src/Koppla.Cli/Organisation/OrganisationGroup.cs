using System.CommandLine;
using Koppla.Cli.Api;
using Koppla.Cli.Documents;
using Koppla.Cli.Running;

namespace Koppla.Cli.Organisation;

/// <summary><c>organisation</c>: its settings, its policies, and how its forwards do.</summary>
internal static class OrganisationGroup
{
    private const string Root = "organisation";

    public static Command Create(Surroundings surroundings) => CommandBuilding.Group(
        Root,
        "The organisation's settings and policies",
        DocumentCommands.Get(surroundings, "get", "Show the settings", Root),
        DocumentCommands.Set(surroundings, "set", "Change settings: name=\"Exempel AB\" timeZone=Europe/Stockholm", Root),
        Policy(surroundings),
        Health(surroundings));

    private static Command Policy(Surroundings surroundings) => CommandBuilding.Group(
        "policy",
        "Where calls may go, and what becomes of transfers that fail",
        OnePolicy(surroundings, "destination", "Which countries, and who may forward outside", "destination-policy"),
        OnePolicy(surroundings, "transfer", "What is done when a direct transfer fails", "transfer-policy"));

    private static Command OnePolicy(Surroundings surroundings, string name, string description, string path) => CommandBuilding.Group(
        name,
        description,
        DocumentCommands.Get(surroundings, "get", "Show it", Root, path),
        DocumentCommands.Set(surroundings, "set", "Change members of it", Root, path));

    private static Command Health(Surroundings surroundings)
    {
        var check = new Option<bool>("--check") { Description = "Check now, instead of showing the last report" };
        return surroundings.Command("health", "How the organisation's forwards do", [check], run =>
            run.ShowAsync(run.Get(check) ? ApiRequest.Post(Root, "forward-health") : ApiRequest.Get(Root, "forward-health")));
    }
}
