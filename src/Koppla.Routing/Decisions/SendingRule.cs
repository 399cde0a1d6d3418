using Koppla.Routing.Destinations;
using Koppla.Routing.Numbers;

namespace Koppla.Routing.Decisions;

/// <summary>A rule that sends a call to the number that is called: whose it is, and at which number.</summary>
public sealed record SendingRule(Forwarder By, PhoneNumber At);
