namespace Koppla.Functions.Users.Documents;

/// <summary>Instants in ISO 8601, UTC.</summary>
internal sealed record ActivationDocument
{
    public required string Profile { get; init; }

    public required string Since { get; init; }

    public string? Until { get; init; }

    public required bool UntilNextChange { get; init; }
}
