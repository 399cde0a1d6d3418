using Koppla.Functions.Storage;
using Koppla.Functions.Telephony;

namespace Koppla.Functions.Calls;

/// <summary>A command to the provider as stored and as shown.</summary>
internal sealed record CommandDocument(string Command, string? Target, string Status, string Code)
{
    public static CommandDocument Of(CommandNote note) =>
        new(note.Command, note.Target, Names.Kebab(note.Status), note.Code);

    public CommandNote ToNote() => new(
        Command,
        Target,
        Names.Parse<CommandStatus>(Status) ?? throw new CorruptEntityException("calls", "Commands", Status),
        Code);
}
