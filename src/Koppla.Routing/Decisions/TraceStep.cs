using Koppla.Routing.Numbers;

namespace Koppla.Routing.Decisions;

/// <param name="Code">The rule.</param>
/// <param name="Number">The number whose rule it is.</param>
/// <param name="Destination">Where the rule points, if anywhere.</param>
/// <param name="Detail">The name of the policy's refusal for <see cref="TraceCode.DestinationForbidden"/>; for a new destination the minutes that it waits, for a limit the calls that are allowed; else the name of the profile, colleague or exception the step is about.</param>
public readonly record struct TraceStep(TraceCode Code, PhoneNumber Number, PhoneNumber? Destination = null, string? Detail = null);
