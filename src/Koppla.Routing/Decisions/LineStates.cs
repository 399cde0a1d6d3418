using System.Collections.Immutable;
using Koppla.Routing.Numbers;

namespace Koppla.Routing.Decisions;

/// <summary>What has become of the call so far: the lines that did not take it, and the referrals the caller has heard. Equal when they are, in whatever order they came.</summary>
public sealed class LineStates : IEquatable<LineStates>
{
    private readonly ImmutableArray<Line> lines;
    private readonly LineState? others;

    private LineStates(ImmutableArray<Line> lines, LineState? others) => (this.lines, this.others) = (lines, others);

    /// <summary>Nothing has been tried: every line is taken to be free.</summary>
    public static LineStates Empty { get; } = new([], null);

    public bool IsEmpty => lines.IsEmpty && others is null;

    /// <summary>Whether some line has been tried in vain.</summary>
    public bool AnyFailed => others is not null || lines.Any(line => line.State is not null);

    public ImmutableArray<Line> Lines => lines;

    /// <summary>Every line is like this: how rules are tried that need a coincidence.</summary>
    public static LineStates Everywhere(LineState state) => new([], state);

    public LineStates With(PhoneNumber line, LineState state) => Set(Of(line) with { State = state });

    public LineStates WithReferral(PhoneNumber line) => Set(Of(line) with { Referred = true });

    /// <summary>Null: not tried, or free.</summary>
    public LineState? StateOf(PhoneNumber line) => Of(line).State ?? others;

    /// <summary>Whether the caller has heard the referral there.</summary>
    public bool IsReferred(PhoneNumber line) => Of(line).Referred;

    public bool Equals(LineStates? other) =>
        other is not null && others == other.others && lines.Length == other.lines.Length && lines.All(other.lines.Contains);

    public override bool Equals(object? obj) => Equals(obj as LineStates);

    public override int GetHashCode() => HashCode.Combine(lines.Length, others);

    private Line Of(PhoneNumber number)
    {
        foreach (var line in lines.AsSpan())
        {
            if (line.Number.Equals(number))
            {
                return line;
            }
        }

        return new(number, null, false);
    }

    private LineStates Set(Line changed) => new([.. lines.Where(line => !line.Number.Equals(changed.Number)), changed], others);

    /// <param name="State">Null: not tried.</param>
    /// <param name="Referred">The caller has heard the referral.</param>
    public readonly record struct Line(PhoneNumber Number, LineState? State, bool Referred);
}
