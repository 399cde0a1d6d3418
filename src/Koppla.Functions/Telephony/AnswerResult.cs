namespace Koppla.Functions.Telephony;

/// <summary>What became of an answer's command.</summary>
/// <param name="Connection">The provider's name of the call; null unless it was accepted.</param>
internal sealed record AnswerResult(CommandResult Result, string? Connection);
