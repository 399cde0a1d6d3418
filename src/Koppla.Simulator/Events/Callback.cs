using Koppla.Simulator.Calls;

namespace Koppla.Simulator.Events;

/// <summary>One event on its way to the application.</summary>
internal sealed record Callback(Uri To, string Name, byte[] Body, CallJournal Journal);
