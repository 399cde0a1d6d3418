using System.Text.Json;
using System.Text.Json.Nodes;
using Koppla.Cli.Api;
using Koppla.Cli.Documents;

namespace Koppla.Cli.DeadLetters;

/// <summary>The blobs of dead letters, copied to a folder: each is a JSON array of events.</summary>
internal static class DeadLetterFolder
{
    /// <returns>The events of all files, the oldest first.</returns>
    public static async Task<(IReadOnlyList<DeadLetteredEvent> Events, Failure? Failure)> ReadAsync(string folder, CancellationToken cancellation)
    {
        var events = new List<DeadLetteredEvent>();
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories))
            {
                if (Read(await File.ReadAllTextAsync(file, cancellation)) is not { } read)
                {
                    return ([], Failure.Usage($"The file {file} is not what Event Grid keeps of events: a JSON array of them.", "Nothing was sent."));
                }

                events.AddRange(read);
            }
        }
        catch (Exception unread) when (InputFile.IsUnreadable(unread))
        {
            return ([], Failure.Usage($"The folder {folder} cannot be read.", unread.Message));
        }

        return ([.. events.OrderBy(each => each.At)], null);
    }

    private static IReadOnlyList<DeadLetteredEvent>? Read(string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonArray events && events.All(each => each is JsonObject)
                ? [.. events.Select(each => DeadLetteredEvent.Of((JsonObject)each!))]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
