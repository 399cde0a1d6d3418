using System.Diagnostics;

namespace Koppla.Benchmarks.Supervised.Provider;

/// <summary>A call as the provider sees it: what it has told of it, and the commands that came.</summary>
internal sealed class OngoingCall(int number)
{
    /// <summary>The only right way through the call.</summary>
    private static readonly string[] Right =
        ["answer", "play", "participants:add", "participants:add", "cancelAllMediaOperations", "terminate"];

    private const int Answer = 0;
    private const int FirstInvitation = 2;
    private const int SecondInvitation = 3;

    private readonly Lock gate = new();
    private readonly List<(string Operation, string? Context, long At)> commands = [];
    private Uri? callback;
    private long eventSent;
    private long failureSent;

    public int Number => number;

    /// <summary>Where its events are posted to.</summary>
    public Uri Callback => callback ?? throw new InvalidOperationException($"Call {number} was not answered.");

    /// <summary>What the two invitations called themselves.</summary>
    public string? FirstContext => ContextOf(FirstInvitation);

    public string? SecondContext => ContextOf(SecondInvitation);

    public TimeSpan EventToAnswer => Stopwatch.GetElapsedTime(eventSent, commands[Answer].At);

    public TimeSpan FailureToInvitation => Stopwatch.GetElapsedTime(failureSent, commands[SecondInvitation].At);

    public void SendEvent() => eventSent = Stopwatch.GetTimestamp();

    public void SendFailure() => failureSent = Stopwatch.GetTimestamp();

    public void Receive(string operation, string? context, Uri? callbackOfAnswer)
    {
        var at = Stopwatch.GetTimestamp();
        lock (gate)
        {
            commands.Add((operation, context, at));
            callback ??= callbackOfAnswer;
        }
    }

    /// <exception cref="InvalidOperationException">Other commands came than should, or in another order.</exception>
    public void Check()
    {
        lock (gate)
        {
            if (!commands.Select(each => each.Operation).SequenceEqual(Right, StringComparer.Ordinal))
            {
                throw new InvalidOperationException(
                    $"Call {number} got the commands {string.Join(", ", commands.Select(each => each.Operation))}.");
            }
        }
    }

    private string? ContextOf(int command)
    {
        lock (gate)
        {
            return commands.Count > command
                ? commands[command].Context
                : throw new InvalidOperationException($"Call {number} got {commands.Count} commands when there should have been {command + 1}.");
        }
    }
}
