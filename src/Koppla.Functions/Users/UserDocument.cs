namespace Koppla.Functions.Users;

/// <summary>A user's call handling as stored: one JSON document in one entity, so that a change is atomic.</summary>
internal sealed record UserDocument
{
    public required RuleDocument Fixed { get; init; }

    public required RuleDocument Mobile { get; init; }

    /// <summary>Raw identifier of the device: <c>8:acs:...</c> for an app, <c>4:+46...</c> for a telephone.</summary>
    public string? Device { get; init; }
}
