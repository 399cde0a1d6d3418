using Koppla.Routing;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;

namespace Koppla.Functions.Destinations;

/// <summary>Tells where nobody takes calls, as far as the organisation's own directory says it.</summary>
/// <param name="numbers">The organisation's.</param>
/// <param name="users">The organisation's, each with whether a number is tied to it.</param>
internal sealed class DeadEnds(OwnNumbers numbers, IReadOnlyDictionary<UserId, bool> users)
{
    /// <returns>Why nobody does; null: somebody may.</returns>
    public string? WhyNobody(Destination destination) => destination switch
    {
        ColleagueDestination { User: var colleague } when !users.ContainsKey(colleague) => "There is no such colleague any more.",
        ColleagueDestination { User: var colleague } when !users[colleague] => "The colleague has no number.",
        NumberDestination { Number: var number } when numbers.TryFind(number, out var entry) => entry switch
        {
            ReservedNumber when number.IsMobile => $"{number.Display} is a reserved mobile number, which takes no calls.",
            ReservedNumber { Forwarding: not { Enabled: true } } => $"{number.Display} is a reserved number that is not forwarded.",
            AssignedNumber assigned when !users.ContainsKey(assigned.User) => $"The user of {number.Display} does not exist.",
            _ => null,
        },
        NumberDestination { Number: var number } when numbers.HasAround(number) =>
            $"{number.Display} lies among the organisation's numbers and is none of them.",
        _ => null,
    };
}
