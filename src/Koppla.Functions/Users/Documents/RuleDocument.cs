namespace Koppla.Functions.Users.Documents;

internal sealed record RuleDocument
{
    public required string Action { get; init; }

    /// <summary>A destination: a number in E.164, or the id of a colleague.</summary>
    public string? ForwardTo { get; init; }

    public ConditionDocument? AfterReferral { get; init; }

    public ConditionDocument? OnBusy { get; init; }

    public ConditionDocument? OnNoAnswer { get; init; }

    public ConditionDocument? OnNoConnection { get; init; }

    public required int NoAnswerSeconds { get; init; }
}
