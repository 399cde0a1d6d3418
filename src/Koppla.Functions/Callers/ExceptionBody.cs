using Koppla.Routing.Callers;

namespace Koppla.Functions.Callers;

/// <summary>Callers who are treated otherwise than the profile says.</summary>
/// <param name="Group"><c>number</c>, <c>withheld</c>, <c>internal</c> or <c>external</c>.</param>
/// <param name="Number">For <c>number</c>, and only then: in any usual spelling.</param>
/// <param name="Treatment"><c>blocked</c> or <c>vip</c>.</param>
/// <param name="Note">For people, up to 100 characters.</param>
internal sealed record ExceptionBody(string Group = null!, string? Number = null, string Treatment = null!, string? Note = null)
{
    public static ExceptionBody Of(CallerException exception) => new(
        Names.Kebab(exception.Group), exception.Number?.E164, Names.Kebab(exception.Treatment), exception.Note);
}
