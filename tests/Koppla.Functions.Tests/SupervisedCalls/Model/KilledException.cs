namespace Koppla.Functions.Tests.SupervisedCalls.Model;

/// <summary>The process is dead: no code of ours takes it for a failure of storage or of the provider.</summary>
internal sealed class KilledException() : Exception("The process was killed.");
