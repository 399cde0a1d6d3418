using System.CommandLine;
using System.Text.Json.Nodes;
using Koppla.Cli.Api;
using Koppla.Cli.Documents;
using Koppla.Cli.Running;

namespace Koppla.Cli.Webhook;

/// <summary><c>webhook set</c>.</summary>
internal static class WebhookSet
{
    public static Command Create(Surroundings surroundings, IReadOnlyList<string> path)
    {
        var url = new Argument<string?>("url") { Description = "https; left out: as it is", Arity = ArgumentArity.ZeroOrOne };
        var enabled = SharedOptions.Enabled();
        return surroundings.Command("set", "Say where events go, or whether they do", [url, enabled], async run =>
            run.Get(url) is null && run.Get(enabled) is null
                ? Failure.Usage("There is nothing to set.", "Give an address, or --enabled, or both.")
                : await run.EditAsync(path, present => Changed(present, run.Get(url), run.Get(enabled)), dryRun: false));
    }

    /// <summary>Without an address one has to be there.</summary>
    private static JsonObject? Changed(JsonObject? present, string? url, bool? enabled) => url is null && present is null
        ? null
        : new()
        {
            ["url"] = url ?? present?["url"]?.DeepClone(),
            ["enabled"] = enabled ?? present?["enabled"]?.DeepClone() ?? true,
        };
}
