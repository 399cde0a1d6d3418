using NodaTime;

namespace Koppla.Functions.ChangeEvents;

/// <summary>A secret that has been replaced, and signs beside its successor for a while.</summary>
internal sealed record RetiredSecret(string Secret, Instant Until);
