using System.Collections.Immutable;
using Koppla.Functions.SupervisedCalls;
using Koppla.Routing.Numbers;
using Koppla.Routing.Transfers;

namespace Koppla.Functions.Transfers;

/// <summary>Who transfers a call, as far as it matters when the target does not take it.</summary>
/// <param name="Number">The main one; null: has none.</param>
/// <param name="Devices">What a recall rings.</param>
internal sealed record Transferor(PhoneNumber? Number, ImmutableArray<Leg> Devices, TransferPolicy Policy);
