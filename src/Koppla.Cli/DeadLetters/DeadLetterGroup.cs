using System.CommandLine;
using Koppla.Cli.Api;
using Koppla.Cli.Output;
using Koppla.Cli.Running;

namespace Koppla.Cli.DeadLetters;

/// <summary>
/// <c>dead-letters</c>: calls whose events could not be delivered. Sending one again cannot move a call: the app takes no event for a
/// call that is older than 20 seconds, and records that it was not acted on, unless the call has its record already.
/// </summary>
internal static class DeadLetterGroup
{
    private const string KeyVariable = "KOPPLA_EVENTS_KEY";

    /// <summary>Event Grid keeps an event for five minutes before it is a dead letter; a younger one has another clock.</summary>
    private static readonly TimeSpan Youngest = TimeSpan.FromMinutes(5);

    public static Command Create(Surroundings surroundings) => CommandBuilding.Group(
        "dead-letters",
        "Calls whose events could not be delivered, from a copy of the container of dead letters; for operators",
        Making(surroundings, "list", "Show them", (_, events, display, _) => Task.FromResult(Show(events, display))),
        Making(
            surroundings,
            "replay",
            $"Put them into the call log, with the key in {KeyVariable}; no call is acted on",
            (arguments, events, display, cancellation) => ReplayAsync(surroundings, arguments, events, display, cancellation)));

    private static Command Making(
        Surroundings surroundings,
        string name,
        string description,
        Func<ParseResult, IReadOnlyList<DeadLetteredEvent>, Display, CancellationToken, Task<Failure?>> action)
    {
        var folder = new Argument<string>("folder") { Description = "The blobs, with folders or without" };
        var command = new Command(name, description) { folder };
        command.SetAction(async (arguments, cancellation) =>
        {
            var display = new Display(surroundings, isJson: false, surroundings.Variable(KeyVariable));
            var (events, unread) = await DeadLetterFolder.ReadAsync(arguments.GetValue(folder)!, cancellation);
            return display.End(unread ?? await action(arguments, events, display, cancellation));
        });
        return command;
    }

    private static Failure? Show(IReadOnlyList<DeadLetteredEvent> events, Display display)
    {
        display.Show(DeadLetterTable.Of(events));
        display.Note($"{events.Count} events.");
        return null;
    }

    private static async Task<Failure?> ReplayAsync(
        Surroundings surroundings, ParseResult arguments, IReadOnlyList<DeadLetteredEvent> events, Display display, CancellationToken cancellation)
    {
        var (server, failure) = Connection.ServerOf(arguments, surroundings.Variable);
        if (failure is not null || surroundings.Variable(KeyVariable) is not { Length: > 0 } key)
        {
            return failure ?? Failure.Usage(
                "There is no key.", $"Put the system key eventgrid_extension of the function app into {KeyVariable}.");
        }

        var until = surroundings.Time.GetUtcNow() - Youngest;
        var old = events.Where(each => each.IsCall && each.At < until).ToArray();
        using var door = new EventDoor(server!, key, surroundings);
        for (var i = 0; i < old.Length; i++)
        {
            if (await door.DeliverAsync(old[i].Event, cancellation) is { } refused)
            {
                return refused with { Details = [.. refused.Details, $"{i} of {old.Length} were taken. They can all be sent again: each call is recorded once."] };
            }
        }

        display.Note($"{old.Length} calls are in the call log. {events.Count - old.Length} events were left alone: no calls, or not five minutes old.");
        return null;
    }
}
