namespace Koppla.Functions.Telephony;

/// <summary>What became of a command to the provider.</summary>
/// <param name="Code">The provider's status and error code, such as <c>404/8522</c>; empty when accepted.</param>
internal readonly record struct CommandResult(CommandStatus Status, string Code)
{
    public static readonly CommandResult Accepted = new(CommandStatus.Accepted, string.Empty);
}
