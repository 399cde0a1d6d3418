namespace Koppla.Functions.Telephony;

/// <summary>What became of an invitation's command.</summary>
/// <param name="InvitationId">What cancels it; null unless it was accepted.</param>
internal sealed record InvitationResult(CommandResult Result, string? InvitationId);
