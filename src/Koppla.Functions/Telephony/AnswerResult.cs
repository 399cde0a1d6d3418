namespace Koppla.Functions.Telephony;

/// <summary>What became of the command that answers a call, or creates one.</summary>
/// <param name="Connection">The provider's name of the call; null unless it was accepted.</param>
internal sealed record AnswerResult(CommandResult Result, string? Connection);
