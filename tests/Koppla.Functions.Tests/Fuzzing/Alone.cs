namespace Koppla.Functions.Tests.Fuzzing;

/// <summary>Tests that measure what a request costs, and so run when nothing else does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
