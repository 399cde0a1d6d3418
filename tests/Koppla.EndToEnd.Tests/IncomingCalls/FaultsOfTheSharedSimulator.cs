namespace Koppla.EndToEnd.Tests.IncomingCalls;

/// <summary>Faults strike whichever call comes next, so these tests run alone.</summary>
[CollectionDefinition(nameof(FaultsOfTheSharedSimulator), DisableParallelization = true)]
public sealed class FaultsOfTheSharedSimulator;
