using Koppla.Functions.Api;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Koppla.Routing.Destinations;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>Finds the number of whom a person wants in a call: a colleague's main number, or a number that the organisation may call.</summary>
internal sealed class Goals(UserStore users, OrganisationCache organisations)
{
    public async Task<(Goal? Goal, Problem? Problem)> FindAsync(
        Person person, Destination destination, CancellationToken cancellationToken)
    {
        if (destination is NumberDestination { Number: var number })
        {
            return await CheckAsync(person, number, "to.number", cancellationToken) is { } problem
                ? (null, problem)
                : (new Goal(number.E164, number), null);
        }

        var colleague = ((ColleagueDestination)destination).User;
        return (await users.ReadAsync(person.Organisation, colleague, cancellationToken))?.Value switch
        {
            null => (null, GoalProblems.ColleagueNotFound),
            { MainNumber: { } main } => (new Goal(colleague.ToString(), main), null),
            _ => (null, GoalProblems.ColleagueWithoutNumber),
        };
    }

    /// <summary>Null: the organisation may call it.</summary>
    public async Task<Problem?> CheckAsync(Person person, PhoneNumber number, string field, CancellationToken cancellationToken)
    {
        var organisation = await organisations.GetAsync(person.Organisation, cancellationToken);
        return DestinationPolicy.Check(number, own: null, organisation?.Countries ?? AllowedCountries.Default) is { } refusal
            ? Problem.Of(StatusCodes.Status422UnprocessableEntity, refusal, field)
            : null;
    }
}
