using System.Collections.Immutable;
using Koppla.Routing.Destinations;
using NodaTime;

namespace Koppla.Functions.Destinations;

/// <summary>A call that rules have sent outside, as it is stored.</summary>
/// <param name="At">When it rang.</param>
internal sealed record CountedCall(string Id, Instant At, ImmutableArray<Forwarder> By);
