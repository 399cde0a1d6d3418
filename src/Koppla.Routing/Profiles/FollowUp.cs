namespace Koppla.Routing.Profiles;

/// <summary>Where a call goes after the referral.</summary>
public sealed record FollowUp(Destination To, bool Enabled);
