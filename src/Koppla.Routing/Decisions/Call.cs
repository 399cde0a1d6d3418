using System.Collections.Immutable;
using Koppla.Routing.Destinations;
using Koppla.Routing.Numbers;
using NodaTime;

namespace Koppla.Routing.Decisions;

/// <param name="Called">The number that was called.</param>
/// <param name="Caller">Null when withheld or not a number.</param>
/// <param name="At">When it rang.</param>
/// <param name="Trail">The diversions the call brought with it.</param>
public sealed record Call(PhoneNumber Called, PhoneNumber? Caller, Instant At, Trail Trail)
{
    /// <summary>What has become of it so far; nothing when it begins.</summary>
    public LineStates Lines { get; init; } = LineStates.Empty;

    /// <summary>Whose user places the call: a number outside is rung then, if that organisation may call it. Null: the call comes in.</summary>
    public OrganisationId? PlacedBy { get; init; }

    /// <summary>The rule that sends it to the called number, and is held to what its organisation allows rules. Null: a person calls.</summary>
    public SendingRule? SentBy { get; init; }

    /// <summary>By whose rules it has left its organisation already: it was counted then, and is not counted again.</summary>
    public ImmutableArray<Forwarder> ForwardedBy { get; init; } = [];

    /// <summary>Fit for logs: numbers masked, the trail counted.</summary>
    public override string ToString() => $"{Caller} -> {Called} at {At}, {Trail.Count} diversions, {Lines.Lines.Length} lines tried";
}
