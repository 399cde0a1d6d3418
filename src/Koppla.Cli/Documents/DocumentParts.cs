using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Koppla.Cli.Api;
using Koppla.Cli.Running;

namespace Koppla.Cli.Documents;

/// <summary>How a document is told on the command line: a whole one in a file, members one by one, or both.</summary>
internal sealed class DocumentParts
{
    public Argument<string[]> Members { get; } = new("members")
    {
        Description = "member=value, as 'get' shows them: name=\"Exempel AB\" countries=SE,NO. An empty value removes the member",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public Option<string?> File { get; } = SharedOptions.Text(
        "--file", "The whole document, as JSON; - is the standard input. Members on the command line change it", "path");

    /// <summary>Reads, before anything is sent, what makes the new document of the present one.</summary>
    public async Task<(Func<JsonObject, JsonObject>? Change, Failure? Failure)> ReadAsync(Run run)
    {
        var edits = run.Get(Members).Select(MemberEdit.Parse).ToList();
        if (edits.Find(edit => edit.Failure is not null).Failure is { } mistake)
        {
            return (null, mistake);
        }

        var (whole, failure) = await ReadFileAsync(run);
        return failure is not null
            ? (null, failure)
            : whole is null && edits is []
            ? (null, Failure.Usage("There is nothing to set.", "Give members, as in name=\"Exempel AB\", or --file."))
            : (present => Changed(whole ?? present, edits), null);
    }

    private static JsonObject Changed(JsonObject document, List<(MemberEdit? Edit, Failure? Failure)> edits)
    {
        foreach (var (edit, _) in edits)
        {
            edit!.ApplyTo(document);
        }

        return document;
    }

    private async Task<(JsonObject? Document, Failure? Failure)> ReadFileAsync(Run run)
    {
        if (run.Get(File) is not { } path)
        {
            return (null, null);
        }

        var (text, failure) = await run.ReadAsync(path);
        if (failure is not null)
        {
            return (null, failure);
        }

        try
        {
            return JsonNode.Parse(text!) is JsonObject document ? (document, null) : (null, Failure.Usage($"{path} holds no JSON object."));
        }
        catch (JsonException mistake)
        {
            return (null, Failure.Usage($"{path} is not JSON.", mistake.Message));
        }
    }
}
