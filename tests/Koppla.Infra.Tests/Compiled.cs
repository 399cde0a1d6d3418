using System.Text.Json.Nodes;
using Koppla.Infra.Tests;

[assembly: AssemblyFixture(typeof(Compiled))]

namespace Koppla.Infra.Tests;

/// <summary>Everything in <c>infra</c>, compiled and predicted once for all tests.</summary>
public sealed class Compiled : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("koppla-infra");

    /// <summary>What the compiler said of each template with its parameters: nothing, if all is well.</summary>
    internal IReadOnlyDictionary<string, string> Diagnostics { get; private set; } = new Dictionary<string, string>();

    /// <summary>The templates that are deployed, as JSON.</summary>
    internal IReadOnlyDictionary<string, JsonNode> Templates { get; private set; } = new Dictionary<string, JsonNode>();

    internal Prediction Dev { get; private set; } = null!;

    internal Prediction Prod { get; private set; } = null!;

    /// <summary>The subscription that delivers to the webhook.</summary>
    internal Prediction Webhook { get; private set; } = null!;

    /// <summary>The subscription that delivers to the trigger.</summary>
    internal Prediction Trigger { get; private set; } = null!;

    internal IReadOnlyList<Prediction> Mains => [Dev, Prod];

    internal IReadOnlyList<Prediction> Subscriptions => [Webhook, Trigger];

    public async ValueTask InitializeAsync()
    {
        var dev = PredictAsync("main.dev", Example.Environment);
        var prod = PredictAsync("main.prod", Example.Environment);
        var webhook = PredictAsync("events", Example.Environment);
        var trigger = PredictAsync("events", Example.EnvironmentWith("KOPPLA_DELIVERY", "function"));
        var main = BuildAsync("main");
        var events = BuildAsync("events");

        (Dev, Prod, Webhook, Trigger) = (await dev, await prod, await webhook, await trigger);
        Templates = new Dictionary<string, JsonNode> { ["main"] = (await main).Template, ["events"] = (await events).Template };
        Diagnostics = new Dictionary<string, string>
        {
            ["main"] = (await main).Diagnostics,
            ["main.dev"] = Dev.Diagnostics,
            ["main.prod"] = Prod.Diagnostics,
            ["events"] = (await events).Diagnostics + Webhook.Diagnostics + Trigger.Diagnostics,
        };
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<Prediction> PredictAsync(string parameters, IReadOnlyDictionary<string, string> environment)
    {
        var copy = folder.CreateSubdirectory(Guid.NewGuid().ToString("N"));
        foreach (var file in Directory.EnumerateFiles(Repository.Infra, "*.bicep*", SearchOption.AllDirectories)
            .Append(Path.Combine(Repository.Infra, "bicepconfig.json")))
        {
            var target = new FileInfo(Path.Combine(copy.FullName, Path.GetRelativePath(Repository.Infra, file)));
            target.Directory!.Create();
            File.Copy(file, target.FullName, overwrite: true);
        }

        return await Prediction.MakeAsync(copy.FullName, parameters, environment);
    }

    /// <summary>With the parameters that azd takes.</summary>
    private static async Task<(JsonNode Template, string Diagnostics)> BuildAsync(string name)
    {
        var run = await Bicep.RunAsync(Repository.Infra, Example.Environment, "build-params", $"{name}.bicepparam", "--stdout");
        Assert.True(run.ExitCode == 0, run.Errors);
        return (JsonNode.Parse((string)JsonNode.Parse(run.Output)!["templateJson"]!)!, run.Errors);
    }
}
