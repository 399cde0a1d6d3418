using System.Collections.Immutable;
using PhoneNumbers;

namespace Koppla.Routing.Destinations;

/// <summary>The countries an organisation lets calls be forwarded to. Equal when the countries are equal.</summary>
/// <remarks>
/// ISO 3166 regions as libphonenumber has them: Åland is <c>AX</c>, not <c>FI</c>. Numbers of no country (<c>001</c>) can't be allowed.
/// </remarks>
public sealed class AllowedCountries : IEquatable<AllowedCountries>
{
    private static readonly HashSet<string> Known = PhoneNumberUtil.GetInstance().GetSupportedRegions();

    private AllowedCountries(ImmutableArray<string> regions) => Regions = regions;

    /// <summary>Sweden only.</summary>
    public static AllowedCountries Default { get; } = new(["SE"]);

    /// <summary>Sorted, without duplicates. May be empty: then nothing is allowed.</summary>
    public ImmutableArray<string> Regions { get; }

    /// <summary>Regions in upper case; refusal: <c>country-unknown</c>.</summary>
    public static Outcome<AllowedCountries> Of(params IEnumerable<string> regions)
    {
        var sorted = new SortedSet<string>(regions, StringComparer.Ordinal);
        return sorted.IsSubsetOf(Known)
            ? new AllowedCountries([.. sorted])
            : new Refusal("country-unknown", "A country is an ISO 3166 code of two capital letters.");
    }

    public bool Contains(string region)
    {
        foreach (var allowed in Regions.AsSpan())
        {
            if (string.Equals(allowed, region, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public bool Equals(AllowedCountries? other) =>
        other is not null && Regions.AsSpan().SequenceEqual(other.Regions.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as AllowedCountries);

    public override int GetHashCode() => Regions.IsEmpty ? 0 : HashCode.Combine(Regions.Length, Regions[0], Regions[^1]);

    public override string ToString() => string.Join(' ', Regions);
}
