namespace Koppla.Functions.Users.Documents;

internal sealed record ExceptionDocument
{
    public required string Group { get; init; }

    public string? Number { get; init; }

    public required string Treatment { get; init; }

    public string? Note { get; init; }
}
