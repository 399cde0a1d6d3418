namespace Koppla.Functions.Users;

/// <summary>The rule for calls to one kind of number. A disabled forwarding keeps its destination.</summary>
internal sealed record RuleDocument
{
    /// <summary>Where calls are forwarded at once, in E.164.</summary>
    public string? Destination { get; init; }

    public bool Enabled { get; init; }
}
