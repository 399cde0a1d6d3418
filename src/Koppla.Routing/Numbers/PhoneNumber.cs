namespace Koppla.Routing.Numbers;

/// <summary>A valid number of the public telephone network, in canonical form. Equal when E.164 is equal.</summary>
/// <remarks>Emergency numbers, short codes and numbers with an extension can't be made. Thread-safe and free of culture.</remarks>
public sealed class PhoneNumber : IEquatable<PhoneNumber>
{
    private readonly int countryCodeDigits;

    internal PhoneNumber(string e164, string region, NumberKind kind, int countryCodeDigits)
    {
        E164 = e164;
        Region = region;
        Kind = kind;
        this.countryCodeDigits = countryCodeDigits;
    }

    /// <summary>Plus and 7 to 15 digits: <c>+46701740605</c>.</summary>
    public string E164 { get; }

    /// <summary>E.164 without the plus: safe in storage keys and URLs.</summary>
    public string Digits => E164[1..];

    /// <summary>ISO 3166 region, <c>SE</c>; <c>001</c> for a number of no country.</summary>
    public string Region { get; }

    public NumberKind Kind { get; }

    /// <summary>Which side of a user's rules a call to this number meets: mobile, or all else, which counts as fixed.</summary>
    public bool IsMobile => Kind == NumberKind.Mobile;

    /// <summary>For logs: country code, stars, the last two digits; as long as <see cref="E164"/>: <c>+46*******05</c>.</summary>
    public string Masked
    {
        get
        {
            var start = countryCodeDigits + 1;
            return string.Concat(E164.AsSpan(0, start), new string('*', E164.Length - start - 2), E164.AsSpan(E164.Length - 2));
        }
    }

    /// <summary>As people in Sweden write it: national form for +46 (<c>070-174 06 05</c>), international for others.</summary>
    public string Display => NumberReader.Display(this);

    public static bool operator ==(PhoneNumber? left, PhoneNumber? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(PhoneNumber? left, PhoneNumber? right) => !(left == right);

    /// <summary>Reads what a person typed in Sweden; never throws. Understands separators, <c>+</c>, <c>00</c>, <c>(0)</c>, <c>tel:</c>, and full-width digits; deletes nothing else.</summary>
    /// <returns>
    /// The number, or one of <c>number-missing</c>, <c>number-not-a-number</c>, <c>number-emergency</c>, <c>number-short</c>,
    /// <c>number-too-long</c>, <c>number-has-extension</c>, <c>number-not-valid</c>.
    /// </returns>
    public static Outcome<PhoneNumber> Parse(string? text) => NumberReader.Read(text);

    /// <summary>Reads a stored or provider's value: exactly plus and digits, in canonical form. Cheaper than <see cref="Parse"/>; never throws.</summary>
    /// <returns>The number, or a refusal named as those of <see cref="Parse"/>.</returns>
    public static Outcome<PhoneNumber> ParseE164(string? text) => NumberReader.ReadE164(text);

    public bool Equals(PhoneNumber? other) =>
        ReferenceEquals(this, other) || (other is not null && string.Equals(E164, other.E164, StringComparison.Ordinal));

    public override bool Equals(object? obj) => Equals(obj as PhoneNumber);

    public override int GetHashCode() => E164.GetHashCode(StringComparison.Ordinal);

    /// <summary>The masked form, so that a number never reaches a log by accident.</summary>
    public override string ToString() => Masked;
}
