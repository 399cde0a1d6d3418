namespace Koppla.Functions.Users.Documents;

internal sealed record ProfileDocument
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? StatusText { get; init; }

    public required string Absence { get; init; }

    public int? StandardMinutes { get; init; }

    public string? ReferralText { get; init; }

    public string? ReferralSound { get; init; }

    public required RuleDocument Fixed { get; init; }

    public required RuleDocument Mobile { get; init; }
}
