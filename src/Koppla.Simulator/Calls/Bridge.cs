namespace Koppla.Simulator.Calls;

/// <summary>The legs that hear each other. The application sits in one bridge of its call, parties it let go in others.</summary>
internal sealed class Bridge;
