using System.Text.Json;
using Koppla.Simulator.Calls.Media;
using Koppla.Simulator.Events;
using Koppla.Simulator.Telephones;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Calls;

/// <summary>The application's place in a call. Read and changed inside the call's gate.</summary>
internal sealed partial class Connection
{
    private int sequence;
    private readonly Dictionary<string, Callback> told = new(StringComparer.Ordinal);
    private int raised;

    public Connection(CallState call, OperationTag tag)
    {
        Call = call;
        Tag = tag;
        Outbox = new CallbackOutbox(call.Exchange.Callbacks);
        Media = new MediaPlayer(this);
    }

    public string Id { get; } = Guid.NewGuid().ToString();

    public CallState Call { get; }

    /// <summary>The context of Answer or CreateCall, and the callback of the call.</summary>
    public OperationTag Tag { get; }

    public required IReadOnlyList<Party> Targets { get; init; }

    public Party? Source { get; init; }

    public string? CallerId { get; init; }

    public string? DisplayName { get; init; }

    public string? AnsweredFor { get; init; }

    public string? AnsweredBy { get; init; }

    public bool HasSpeech { get; init; }

    public CallbackOutbox Outbox { get; }

    public MediaPlayer Media { get; }

    public Bridge Bridge { get; } = new();

    /// <summary>Ringing invitations, by invitation id.</summary>
    public Dictionary<string, Leg> Invitations { get; } = new(StringComparer.Ordinal);

    public PendingTransfer? Transfer { get; set; }

    public bool IsConnected { get; private set; }

    public bool IsDisconnected { get; private set; }

    /// <summary>A failed transfer took the call with it.</summary>
    public bool IsLost { get; private set; }

    /// <summary>What the last invitation came to, for the call's outcome.</summary>
    public (Party Party, CallFailure Failure)? LastFailure { get; set; }

    public IReadOnlyList<Leg> Roster => [.. Call.Legs.Where(leg => leg.IsConnected && leg.Bridge == Bridge)];

    private string State =>
        IsDisconnected ? "disconnected" : !IsConnected ? "connecting" : Transfer is { TakesCall: true } ? "transferring" : "connected";

    public Leg? Find(Party party) => Roster.FirstOrDefault(leg => leg.Party == party);

    public CallProperties Properties() => new()
    {
        CallConnectionId = Id,
        ServerCallId = Call.ServerCallId,
        Targets = Targets,
        CallConnectionState = State,
        CallbackUri = Tag.Callback!.OriginalString,
        SourceCallerIdNumber = PhoneNumber.From(CallerId),
        SourceDisplayName = DisplayName,
        Source = Source,
        CorrelationId = Call.CorrelationId,
        AnsweredBy = AnsweredBy is null ? null : new CommunicationUser(AnsweredBy),
        AnsweredFor = PhoneNumber.From(AnsweredFor),
    };

    public IReadOnlyList<Participant> Participants()
    {
        var parties = Roster.Select(static leg => new Participant(leg.Party, IsMuted: false, leg.IsOnHold));
        return Call.Options.ListsApplication
            ? [.. parties, new Participant(new Party($"8:acs:{Call.Options.ResourceId}_{Id}"), IsMuted: false, IsOnHold: false)]
            : [.. parties];
    }

    public void RaiseRoster() => Raise("ParticipantsUpdated", new(null, null), ResultInformation.Success, new()
    {
        Participants = Participants(),
        SequenceNumber = ++sequence,
    });

    /// <summary>The last event of this name once more; false: there was none.</summary>
    public bool RaiseAgain(string name)
    {
        if (!told.TryGetValue(name, out var callback))
            return false;
        Outbox.Add(callback);
        return true;
    }

    public void Raise(string name, OperationTag tag, ResultInformation result, CallEventData? more = null)
    {
        if (IsDisconnected)
            return;

        var source = "calling/callConnections/" + Id;
        var body = JsonSerializer.SerializeToUtf8Bytes(
            [
                new CallEvent
                {
                    Id = Guid.NewGuid().ToString(),
                    Source = source,
                    Subject = source,
                    Type = "Microsoft.Communication." + name,
                    Time = Instants.Short(Call.Time.GetUtcNow()),
                    Data = (more ?? new CallEventData()) with
                    {
                        CallConnectionId = Id,
                        ServerCallId = Call.ServerCallId,
                        CorrelationId = Call.CorrelationId,
                        OperationContext = tag.Context,
                        ResultInformation = result,
                    },
                },
            ],
            Json.Wire.CallEventArray);
        Outbox.Add(told[name] = new Callback(tag.Callback ?? Tag.Callback!, name, body, Call.Journal, raised++));
    }
}
