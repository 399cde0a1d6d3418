namespace Koppla.Functions.Destinations;

/// <summary>Something wrong with a forward that is saved.</summary>
/// <param name="Kind"><c>invalid</c>, <c>forbidden</c>, <c>loop</c>, <c>chain-too-long</c>, <c>dead-end</c>, <c>cooling-down</c> or <c>expired</c>.</param>
/// <param name="User">Whose it is; left out: a reserved number's.</param>
/// <param name="Number">The reserved number, E.164.</param>
/// <param name="Field">The member that is at fault.</param>
/// <param name="Destination">E.164, or a user's id.</param>
/// <param name="InForce">False: nothing puts it in force, now or later, as it is.</param>
/// <param name="Text">For people.</param>
internal sealed record ForwardFindingBody(
    string Kind, Guid? User, string? Profile, string? Number, string? Field, string? Destination, bool InForce, string Text)
{
    /// <summary>The longest text, in characters: a report must fit into its entity.</summary>
    private const int MaxText = 500;

    public static ForwardFindingBody Of(FindingKind kind, SavedRule rule, bool inForce, string text) => new(
        Names.Kebab(kind), rule.User?.Id.Value, rule.Profile?.Id.Value, rule.Number?.E164, rule.Field, rule.To, inForce, Cut(text));

    public static ForwardFindingBody OfUser(FindingKind kind, Guid user, string? profile, string? field, bool inForce, string text) =>
        new(Names.Kebab(kind), user, profile, null, field, null, inForce, Cut(text));

    public static ForwardFindingBody OfNumber(FindingKind kind, string number, string text) =>
        new(Names.Kebab(kind), null, null, number, null, null, true, Cut(text));

    private static string Cut(string text) => text.Length <= MaxText ? text : $"{text[..MaxText]} …";
}
