using Koppla.Functions.SupervisedCalls;
using Koppla.Routing;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Transfers;

/// <summary>Whom a transfer rings.</summary>
/// <param name="To">As it was asked for.</param>
/// <param name="Goal">The number that it is reached at.</param>
/// <param name="User">Whose devices ring; null: a telephone outside.</param>
internal sealed record TransferTarget(string To, PhoneNumber Goal, UserId? User, Work.Ring Ring);
