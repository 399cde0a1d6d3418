using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;

namespace Koppla.Routing.Decisions;

/// <summary>The caller hears a referral; then the call is decided again.</summary>
/// <param name="User">Who is away.</param>
/// <param name="Profile">Whose referral it is.</param>
/// <param name="Line">The number whose rule refers the call.</param>
public sealed record Refer(User User, Profile Profile, PhoneNumber Line) : Decision;
