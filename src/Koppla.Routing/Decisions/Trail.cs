using System.Collections.Immutable;
using Koppla.Routing.Numbers;

namespace Koppla.Routing.Decisions;

/// <summary>The numbers a call has been diverted from, oldest first. It travels in a custom SIP header, so that a call that comes back is recognised.</summary>
public sealed class Trail : IEquatable<Trail>
{
    /// <summary>The longest header value, in characters, and all that <see cref="Parse"/> will look at.</summary>
    public const int MaxLength = 256;

    /// <summary>One more than the longest trail we write; at 15 digits each it is well within <see cref="MaxLength"/>.</summary>
    public const int MaxCount = 10;

    private const char Separator = '.';

    private Trail(ImmutableArray<PhoneNumber> numbers) => Numbers = numbers;

    public static Trail Empty { get; } = new([]);

    public ImmutableArray<PhoneNumber> Numbers { get; }

    public int Count => Numbers.Length;

    /// <summary>Reads a header value. The header comes from outside: what is not wholly a trail of ours is <see cref="Empty"/>.</summary>
    public static Trail Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength)
        {
            return Empty;
        }

        var parts = text.Split(Separator, MaxCount + 1);
        if (parts.Length > MaxCount)
        {
            return Empty;
        }

        var numbers = ImmutableArray.CreateBuilder<PhoneNumber>(parts.Length);
        foreach (var part in parts)
        {
            var number = PhoneNumber.ParseE164('+' + part);
            if (!number.IsOk)
            {
                return Empty;
            }

            numbers.Add(number.Value);
        }

        return new(numbers.MoveToImmutable());
    }

    public bool Contains(PhoneNumber number)
    {
        foreach (var visited in Numbers.AsSpan())
        {
            if (visited.Equals(number))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The trail after these diversions. A full trail stays as it is: no call gets that far.</summary>
    public Trail Append(params ReadOnlySpan<PhoneNumber> divertedFrom)
    {
        var fit = divertedFrom[..Math.Min(divertedFrom.Length, MaxCount - Count)];
        return fit.IsEmpty ? this : new([.. Numbers.AsSpan(), .. fit]);
    }

    public bool Equals(Trail? other) => other is not null && Numbers.AsSpan().SequenceEqual(other.Numbers.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as Trail);

    public override int GetHashCode() => Count == 0 ? 0 : HashCode.Combine(Count, Numbers[0], Numbers[^1]);

    /// <summary>The header value: digits separated by full stops, unmasked. Not for logs.</summary>
    public override string ToString()
    {
        var digits = new string[Count];
        for (var i = 0; i < digits.Length; i++)
        {
            digits[i] = Numbers[i].Digits;
        }

        return string.Join(Separator, digits);
    }
}
