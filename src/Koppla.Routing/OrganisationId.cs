namespace Koppla.Routing;

/// <summary>The id of an organisation: the Entra tenant (<c>tid</c>).</summary>
public readonly record struct OrganisationId(Guid Value)
{
    /// <summary>Accepts the form with hyphens only; refusal: <c>id-not-valid</c>.</summary>
    public static Outcome<OrganisationId> Parse(string? text) =>
        Guid.TryParseExact(text, "D", out var value)
            ? new OrganisationId(value)
            : new Refusal("id-not-valid", "An id is a GUID with hyphens.");

    public override string ToString() => Value.ToString("D");
}
