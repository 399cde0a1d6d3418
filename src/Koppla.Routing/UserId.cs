namespace Koppla.Routing;

/// <summary>The id of a user: the Entra object (<c>oid</c>).</summary>
public readonly record struct UserId(Guid Value)
{
    /// <summary>Accepts the form with hyphens only; refusal: <c>id-not-valid</c>.</summary>
    public static Outcome<UserId> Parse(string? text) =>
        Guid.TryParseExact(text, "D", out var value)
            ? new UserId(value)
            : new Refusal("id-not-valid", "An id is a GUID with hyphens.");

    public override string ToString() => Value.ToString("D");
}
