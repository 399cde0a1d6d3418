using Koppla.Functions.Api.Documentation;

namespace Koppla.Functions.Activating;

/// <summary>What somebody asks for. At most one of the ends; with none the profile stays until another is put in its place.</summary>
/// <param name="Profile">The profile's id.</param>
/// <param name="Until">ISO 8601, with an offset.</param>
/// <param name="UntilNextChange">True: until the schedule next changes.</param>
/// <param name="UntilNextWorkingDayAt">A time of day, <c>08:00</c>, in the user's time zone.</param>
/// <param name="StandardLength">True: as long as the profile usually lasts.</param>
[Example("""{"profile":"lunch","untilNextWorkingDayAt":"08:00"}""")]
internal sealed record ActivationRequest(
    string Profile = null!,
    string? Until = null,
    bool UntilNextChange = false,
    string? UntilNextWorkingDayAt = null,
    bool StandardLength = false);
