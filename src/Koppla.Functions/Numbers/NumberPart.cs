namespace Koppla.Functions.Numbers;

/// <summary>A part of a number, as it is typed in any usual spelling: <c>08-465</c>, <c>+46 8</c>, <c>004 10</c>.</summary>
/// <param name="Digits">At least <see cref="MinDigits"/>.</param>
internal sealed record NumberPart(string Digits)
{
    public const int MinDigits = 2;
    private const string International = "00";
    private const string SwedishCode = "46";

    /// <param name="e164">The digits of E.164.</param>
    /// <remarks>What begins with a zero may begin the number as it is dialled: abroad after 00, in Sweden after 0.</remarks>
    public bool IsIn(ReadOnlySpan<char> e164) =>
        e164.Contains(Digits, StringComparison.Ordinal)
        || Begins(International, e164)
        || Begins("0", e164)
        || (e164.StartsWith(SwedishCode, StringComparison.Ordinal) && Begins("0", e164[SwedishCode.Length..]));

    private bool Begins(string trunk, ReadOnlySpan<char> rest) =>
        Digits.StartsWith(trunk, StringComparison.Ordinal) && rest.StartsWith(Digits.AsSpan(trunk.Length), StringComparison.Ordinal);
}
