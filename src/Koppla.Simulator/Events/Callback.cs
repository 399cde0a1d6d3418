using Koppla.Simulator.Calls;

namespace Koppla.Simulator.Events;

/// <summary>One event on its way to the application.</summary>
/// <param name="Number">How many of the connection came before it.</param>
internal sealed record Callback(Uri To, string Name, byte[] Body, CallJournal Journal, int Number);
