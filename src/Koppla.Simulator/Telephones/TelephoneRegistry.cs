using System.Collections.Concurrent;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Telephones;

/// <summary>Every telephone in the world, by E.164 number or by the raw id of an ACS user. A telephone nobody scripted answers after 50 ms.</summary>
public sealed class TelephoneRegistry
{
    private readonly ConcurrentDictionary<string, Telephone> telephones = new(StringComparer.Ordinal);

    /// <summary>Sets what a telephone does when called. Several scripts are used in turn, one a call, the last for all that follow; none makes it unscripted.</summary>
    public void Script(string numberOrRawId, params TelephoneScript[] scripts) => Of(Party.From(numberOrRawId)).Script([.. scripts]);

    /// <summary>The scripts set for a telephone; empty when it is unscripted.</summary>
    public IReadOnlyList<TelephoneScript> Scripts(string numberOrRawId) =>
        telephones.TryGetValue(Party.From(numberOrRawId).RawId, out var telephone) ? telephone.Scripts : [];

    public int TimesRung(string numberOrRawId) => telephones.TryGetValue(Party.From(numberOrRawId).RawId, out var telephone) ? telephone.TimesRung : 0;

    /// <summary>Completes when the telephone has rung, counted from the start of the simulator.</summary>
    public Task RangAsync(string numberOrRawId, CancellationToken cancellation) => RangAsync(numberOrRawId, 1, cancellation);

    /// <summary>Completes when the telephone has rung so many times.</summary>
    public Task RangAsync(string numberOrRawId, int times, CancellationToken cancellation) =>
        Of(Party.From(numberOrRawId)).RangAsync(times, cancellation);

    /// <summary>Forgets all scripts and counts.</summary>
    public void Clear() => telephones.Clear();

    internal Telephone Of(Party party) => telephones.GetOrAdd(party.RawId, static _ => new Telephone());

    internal bool IsScripted(Party party) => telephones.TryGetValue(party.RawId, out var telephone) && telephone.IsScripted;
}
