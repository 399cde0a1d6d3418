using Koppla.Functions.SupervisedCalls;

namespace Koppla.Functions.Tests.SupervisedCalls;

/// <summary>Transitions in a form that a table can hold: <c>Talking: stop-media, cancel-invitation</c>; a question mark asks for a decision.</summary>
internal static class TransitionText
{
    public const string Nothing = "-";

    public static string Of(Transition said)
    {
        var commands = string.Join(", ", said.Commands.Select(command => CommandNotes.Of(command).Command));
        if (!said.Changed)
        {
            return commands.Length == 0 ? Nothing : $"again {commands}";
        }

        var ended = said.Call.Phase == Phase.Ended ? $" {said.Call.Outcome}" : "";
        return $"{said.Call.Phase}{ended}{(said.NeedsDecision ? "?" : "")}{(commands.Length == 0 ? "" : ": ")}{commands}";
    }
}
