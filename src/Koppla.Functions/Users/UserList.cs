using Koppla.Functions.Api;
using Koppla.Functions.Colleagues;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Routing;
using Koppla.Routing.Directory;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Koppla.Functions.Users;

/// <summary>An organisation's users, a page at a time: all in the order of their ids, or those found by words, best first.</summary>
internal sealed class UserList(UserStore users, ColleagueSearch search, OrganisationCache organisations, IClock clock)
{
    private const string Words = "q";

    public Task<(UserListBody? Body, Problem? Problem)> ReadAsync(
        Person person, IQueryCollection query, CancellationToken cancellationToken) => query.ContainsKey(Words)
        ? SearchAsync(person, ColleagueQuery.Parse(query), cancellationToken)
        : ListAsync(person, query, cancellationToken);

    private async Task<(UserListBody? Body, Problem? Problem)> SearchAsync(
        Person person, ColleagueQuery query, CancellationToken cancellationToken)
    {
        if (query.Problem is not null)
        {
            return (null, query.Problem);
        }

        var (found, last) = await search.FindAsync(person.Organisation, query, cancellationToken);
        return (BodyOf(found, last?.ToString()), null);
    }

    private async Task<(UserListBody? Body, Problem? Problem)> ListAsync(
        Person person, IQueryCollection query, CancellationToken cancellationToken)
    {
        if (Paging.Limit(query) is not { } limit)
        {
            return (null, Paging.LimitProblem);
        }

        var after = Continuation.Read(query) is { } token && (token.Length == 0 || UserId.Parse(token).IsOk) ? token : null;
        if (after is null)
        {
            return (null, Continuation.Problem);
        }

        UserId? last = after.Length == 0 ? null : UserId.Parse(after).Value;
        var found = new List<User>(limit);
        await foreach (var user in users.ListAsync(person.Organisation, last, limit + 1, cancellationToken))
        {
            if (found.Count == limit)
            {
                return (BodyOf(found, found[^1].Id.ToString()), null);
            }

            found.Add(await organisations.WithHolidaysAsync(user, cancellationToken));
        }

        return (BodyOf(found, null), null);
    }

    private UserListBody BodyOf(IEnumerable<User> found, string? last)
    {
        var now = clock.GetCurrentInstant();
        return new([.. found.Select(user => UserBody.Of(user, now))], last is null ? null : Continuation.Of(last));
    }
}
