using System.CommandLine;
using System.Net;
using System.Text.Json.Nodes;
using Koppla.Cli.Api;
using Koppla.Cli.Running;

namespace Koppla.Cli.Documents;

/// <summary>The commands of a document that the API gives and takes as a whole.</summary>
internal static class DocumentCommands
{
    public static Command Get(Surroundings surroundings, string name, string description, params IReadOnlyList<string> path) =>
        surroundings.Command(name, description, [], run => run.ShowAsync(ApiRequest.Get(path)));

    /// <summary>Changes members of it; what was changed meanwhile is not overwritten.</summary>
    public static Command Set(Surroundings surroundings, string name, string description, params IReadOnlyList<string> path)
    {
        var parts = new DocumentParts();
        var dryRun = SharedOptions.DryRun();
        return surroundings.Command(name, description, [parts.Members, parts.File, dryRun], async run =>
        {
            var (change, failure) = await parts.ReadAsync(run);
            return failure ?? await run.EditAsync(path, present => change!(present ?? []), run.Get(dryRun));
        });
    }

    /// <summary>Reads the document, and writes it changed if it is still the one that was read.</summary>
    /// <param name="change">Gets null when there is none yet, and gives null when one has to be there.</param>
    public static async Task<Failure?> EditAsync(
        this Run run, IReadOnlyList<string> path, Func<JsonObject?, JsonObject?> change, bool dryRun)
    {
        var (present, failure) = await run.SendAsync(ApiRequest.Get(path));
        if (failure is not null && failure.Status != (int)HttpStatusCode.NotFound)
        {
            return failure;
        }

        var (document, unread) = present?.Read(ApiJson.Default.JsonObject) ?? (null, null);
        if (unread is not null || change(document) is not { } changed)
        {
            return unread ?? failure;
        }

        var request = ApiRequest.Put(path).DryRun(dryRun).Json(changed, Written.Json.JsonObject) with
        {
            IfMatch = present?.Version,
            CreatesOnly = present is null,
        };
        return await run.ShowAsync(request);
    }
}
