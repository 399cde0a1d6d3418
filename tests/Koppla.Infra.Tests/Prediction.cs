using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Koppla.Infra.Tests;

/// <summary>
/// The resources that a parameter file leads to, as Bicep's <c>snapshot</c> predicts them. What only Azure knows stands there as an
/// expression in brackets.
/// </summary>
internal sealed class Prediction
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="parameters">The name of the parameter file, without its extension.</param>
    private Prediction(string parameters, string text, Run run)
    {
        Parameters = parameters;
        Diagnostics = run.Output + run.Errors;
        var root = JsonNode.Parse(text)!;
        // The compiler writes outputs in another order each time.
        root["outputs"] = new JsonObject(root["outputs"]!.AsObject().OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => KeyValuePair.Create(each.Key, each.Value?.DeepClone())));
        Resources = [.. root["predictedResources"]!.AsArray().Select(each => each!)];
        Outputs = root["outputs"]!.AsObject();
        Text = root.ToJsonString(Readable) + "\n";
    }

    public string Parameters { get; }

    /// <summary>All of it, as it is kept beside the parameters.</summary>
    public string Text { get; }

    public string Diagnostics { get; }

    public IReadOnlyList<JsonNode> Resources { get; }

    public JsonObject Outputs { get; }

    /// <summary>The app settings.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        Single("Microsoft.Web/sites/config")["properties"]!.AsObject().ToDictionary(each => each.Key, each => (string)each.Value!);

    public JsonNode Single(string type) => Assert.Single(OfType(type));

    public IEnumerable<JsonNode> OfType(string type) => Resources.Where(each => (string)each["type"]! == type);

    /// <param name="folder">A copy of <c>infra</c>: the compiler writes what it predicts beside the parameters.</param>
    public static async Task<Prediction> MakeAsync(string folder, string parameters, IReadOnlyDictionary<string, string> environment)
    {
        var run = await Bicep.RunAsync(
            folder,
            environment,
            "snapshot",
            $"{parameters}.bicepparam",
            "--mode",
            "overwrite",
            "--tenant-id",
            Example.Tenant,
            "--subscription-id",
            Example.Subscription,
            "--resource-group",
            "rg-koppla",
            "--location",
            "swedencentral");
        Assert.True(run.ExitCode == 0, run.Errors);
        return new(parameters, await File.ReadAllTextAsync(Path.Combine(folder, FileOf(parameters))), run);
    }

    public static string FileOf(string parameters) => $"{parameters}.snapshot.json";
}
