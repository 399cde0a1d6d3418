using Koppla.Routing.Numbers;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>Whom a person wants in a call.</summary>
/// <param name="To">As it was asked for: a number in E.164, or a user's id.</param>
/// <param name="Number">Where that is reached.</param>
internal sealed record Goal(string To, PhoneNumber Number);
