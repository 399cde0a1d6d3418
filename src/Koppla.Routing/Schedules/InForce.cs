using Koppla.Routing.Profiles;

namespace Koppla.Routing.Schedules;

/// <summary>The profile in force at an instant, and what put it there.</summary>
public readonly record struct InForce(ProfileId Profile, InForceSource Source);
