namespace Koppla.Functions.Api.Documentation;

/// <summary>A name in a path means the same in every path.</summary>
internal static class PathParameters
{
    public static string? Describe(string name) => name switch
    {
        "number" => "A number of the organisation, in any usual spelling.",
        "user" => "A user's id, or `me`: who asks.",
        "profile" => "A profile's id.",
        "id" or "call" => "A call's id.",
        "transfer" => "A transfer's id.",
        "change" => "The id of a change in the audit log.",
        "letter" => "The id of a dead letter.",
        _ => null,
    };

    /// <summary>What is wrong when the path names nothing that who asks may see.</summary>
    public static IEnumerable<Failure> Failures(string name) => name switch
    {
        "number" => [new(400, ProblemNames.OfNumber), new(404, "number-not-found")],
        "user" => [new(404, "user-not-found")],
        "id" or "call" => [new(404, "call-not-found")],
        "transfer" => [new(404, "transfer-not-found")],
        "change" => [new(404, "change-not-found")],
        "letter" => [new(404, "dead-letter-not-found")],
        _ => [],
    };
}
