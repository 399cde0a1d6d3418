namespace Koppla.Functions.Users.Documents;

internal sealed record ConditionDocument
{
    public required string Action { get; init; }

    public string? To { get; init; }

    public required bool Enabled { get; init; }
}
