using Koppla.Functions.Audit;
using NodaTime;

namespace Koppla.Functions.ChangeEvents;

/// <summary>An event that was given up.</summary>
/// <param name="Attempts">How often it was sent.</param>
/// <param name="Last">How the receiver took it at last.</param>
/// <param name="DiedAt">When it was given up.</param>
internal sealed record DeadLetter(Change Change, int Attempts, DeliveryResult Last, Instant DiedAt);
