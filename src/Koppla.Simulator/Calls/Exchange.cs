using System.Collections.Concurrent;
using Koppla.Simulator.EventGrid;
using Koppla.Simulator.Events;
using Koppla.Simulator.Faults;
using Koppla.Simulator.Telephones;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Calls;

/// <summary>What all calls share: the telephone network, the resource's subscriptions, and the way from an id to its call.</summary>
internal sealed record Exchange(
    SimulatorOptions Options,
    TelephoneRegistry Telephones,
    FaultPlan Faults,
    EventGridTopic Topic,
    CallbackSender Callbacks)
{
    private readonly HashSet<string> ownedNumbers = new(Options.OwnedNumbers, StringComparer.Ordinal);

    public TimeProvider Time => Options.TimeProvider;

    /// <summary>By incomingCallContext.</summary>
    public ConcurrentDictionary<string, Offer> Offers { get; } = new(StringComparer.Ordinal);

    /// <summary>By callConnectionId.</summary>
    public ConcurrentDictionary<string, Connection> Connections { get; } = new(StringComparer.Ordinal);

    /// <summary>Told of every new call.</summary>
    public Action<SimulatedCall> Started { get; set; } = static _ => { };

    public bool Owns(string? number) => number is not null && ownedNumbers.Contains(number);

    /// <summary>Whether a leg to this party rings at the application: our numbers always, ACS users unless a telephone is scripted for them.</summary>
    public bool RaisesIncomingCall(Party party) =>
        party.IsPhone ? Owns(party.Number) : party.IsUser && !Telephones.IsScripted(party) && Topic.Wants(party);
}
