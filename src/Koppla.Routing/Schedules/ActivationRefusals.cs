namespace Koppla.Routing.Schedules;

internal static class ActivationRefusals
{
    internal static readonly Refusal Missing = new("activation-missing", "No profile is activated by hand now.");
    internal static readonly Refusal HasNoEnd = new("activation-has-no-end", "The profile is activated without an end, so there is nothing to extend.");
    internal static readonly Refusal NotValid = new("extension-not-valid", "An activation is extended by 30 to 720 minutes, in steps of 30.");
    internal static readonly Refusal TooLong = new("extension-too-long", "An activation can be extended to at most 12 hours from now.");
}
