using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Routing.Schedules;

/// <summary>A profile that somebody has put in force by hand. A value, not a job: nothing has to run when it ends.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Since">From when, inclusive.</param>
/// <param name="Until">To when, exclusive; null: see <paramref name="UntilNextChange"/>.</param>
/// <param name="UntilNextChange">True: it ends where the schedule next changes after <paramref name="Since"/>, as the schedule is now. False without an end: forced.</param>
public sealed record Activation(ProfileId Profile, Instant Since, Instant? Until = null, bool UntilNextChange = false);
