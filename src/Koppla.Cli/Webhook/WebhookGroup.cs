using System.CommandLine;
using Koppla.Cli.Api;
using Koppla.Cli.Documents;
using Koppla.Cli.Output;
using Koppla.Cli.Running;

namespace Koppla.Cli.Webhook;

/// <summary><c>webhook</c>: where the organisation is told of changes.</summary>
internal static class WebhookGroup
{
    private static readonly string[] Root = ["organisation", "webhook"];

    public static Command Create(Surroundings surroundings) => CommandBuilding.Group(
        "webhook",
        "Where the organisation is told of changes",
        DocumentCommands.Get(surroundings, "get", "Show it", Root),
        WebhookSet.Create(surroundings, Root),
        surroundings.Command("remove", "Tell nobody any more", [], run => run.ShowAsync(ApiRequest.Delete(Root), "Removed.")),
        surroundings.Command("secret", "Make a new secret for its signatures, and show it", [], run =>
            run.ShowAsync(ApiRequest.Post([.. Root, "secret"]))),
        surroundings.Command("test", "Send a test event", [], run => run.ShowAsync(ApiRequest.Post([.. Root, "test"]), "Sent.")),
        DeadLetters(surroundings),
        Redeliver(surroundings));

    private static Command DeadLetters(Surroundings surroundings)
    {
        var first = SharedOptions.First();
        return surroundings.Command("dead-letters", "List the events that could not be delivered", [first], run => run.ListAsync(
            ApiRequest.Get([.. Root, "dead-letters"]), run.Get(first), ApiJson.Default.JsonElement, DocumentView.OfAll, "undelivered"));
    }

    private static Command Redeliver(Surroundings surroundings)
    {
        var id = new Argument<string>("id") { Description = "Of the event, as 'dead-letters' shows it" };
        return surroundings.Command("redeliver", "Deliver one of them again", [id], run =>
            run.ShowAsync(ApiRequest.Post([.. Root, "dead-letters", run.Get(id), "redeliver"]), "Sent again."));
    }
}
