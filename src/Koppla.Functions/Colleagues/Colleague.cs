using Koppla.Routing.Directory;

namespace Koppla.Functions.Colleagues;

/// <param name="InCall">Whether the user talks with somebody in a call that can be followed.</param>
internal sealed record Colleague(User User, bool InCall);
