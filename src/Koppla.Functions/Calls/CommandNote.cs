using Koppla.Functions.Telephony;

namespace Koppla.Functions.Calls;

/// <summary>A command to the provider and what became of it.</summary>
internal sealed record CommandNote(string Command, string? Target, CommandStatus Status, string Code);
