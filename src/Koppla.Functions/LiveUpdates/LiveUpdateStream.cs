using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Koppla.Functions.OngoingCalls;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Koppla.Functions.LiveUpdates;

/// <summary>
/// A person's calls as they change. Changes made by this instance wake it at once; those made by others are found by looking. What a
/// look costs is one query and a read for each call of the last ten minutes: 720 looks an hour for who is in no call, 3600 for who is.
/// </summary>
internal sealed class LiveUpdateStream(
    OngoingCallIndex index, IHostApplicationLifetime host, TimeProvider time, ILogger<LiveUpdateStream> logger)
{
    /// <summary>When nothing else is sent: it tells of dead clients, and keeps proxies, which give up after 230 s, from hanging up.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Between two looks at the calls of somebody who is in one that goes on.</summary>
    public static readonly TimeSpan InCall = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan OutOfCall = TimeSpan.FromSeconds(5);

    /// <summary>
    /// A stream is a request, and ends before anything ends it hard: Azure's front end may after 230 s, and the shortest function
    /// timeout is 5 minutes. The client comes back with what it has seen, and with a token that is checked again.
    /// </summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(210);

    /// <summary>How long a client waits before it comes back.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    private const string Ping = "ping";

    /// <summary>First a heartbeat, so that the client knows that it is connected, then what it has not seen, then what changes.</summary>
    public async IAsyncEnumerable<SseItem<string>> ReadAsync(
        Person person, SeenCalls seen, Listening listening, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, host.ApplicationStopping);
        using var limit = new TimeLimit(Length, time, left.Token);
        yield return new SseItem<string>("", Ping) { ReconnectionInterval = Retry };

        var (sent, isInCall, isAway) = (time.GetTimestamp(), false, false);
        while (!limit.Token.IsCancellationRequested)
        {
            listening.Begin();
            var calls = await LookAsync(person, isAway, limit.Token);
            isAway = calls is null;
            isInCall = calls?.Any(call => !call.Version.IsOver) ?? isInCall;
            foreach (var update in calls is null ? [] : LiveUpdate.Between(seen, calls))
            {
                yield return update.ToItem();
                (seen, sent) = (update.Seen, time.GetTimestamp());
            }

            if (time.GetElapsedTime(sent) >= Heartbeat)
            {
                yield return new SseItem<string>("", Ping);
                sent = time.GetTimestamp();
            }

            await WaitAsync(listening, isInCall ? InCall : OutOfCall, limit.Token);
        }
    }

    /// <returns>Null: storage is away; the client keeps what it has, and the next look may find it again.</returns>
    private async Task<IReadOnlyList<CallView>?> LookAsync(Person person, bool isAway, CancellationToken cancellationToken)
    {
        try
        {
            var calls = await index.OfAsync(person.Organisation, person.Id, cancellationToken);
            return [.. calls.Select(call => CallView.Of(call, person.Id))];
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            if (!isAway && !cancellationToken.IsCancellationRequested)
            {
                logger.CallsNotSeen(failure);
            }

            return null;
        }
    }

    private async Task WaitAsync(Listening listening, TimeSpan most, CancellationToken cancellationToken) =>
        await listening.Changed.WaitAsync(most, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
