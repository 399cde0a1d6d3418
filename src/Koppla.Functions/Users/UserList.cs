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
        ? SearchAsync(person, ColleagueQuery.ParseOfUsers(query), cancellationToken)
        : ListAsync(person, query, cancellationToken);

    private async Task<(UserListBody? Body, Problem? Problem)> SearchAsync(
        Person person, ColleagueQuery query, CancellationToken cancellationToken)
    {
        if (query.Problem is not null)
        {
            return (null, query.Problem);
        }

        var (found, last) = await search.FindAsync(person.Organisation, query, cancellationToken);
        return (BodyOf(found, last is null ? null : Continuation.Of(last.ToString())), null);
    }

    private async Task<(UserListBody? Body, Problem? Problem)> ListAsync(
        Person person, IQueryCollection query, CancellationToken cancellationToken)
    {
        var page = PageRequest.Parse(query, id => UserId.Parse(id).IsOk);
        if (page.Problem is not null)
        {
            return (null, page.Problem);
        }

        UserId? last = page.After.Length == 0 ? null : UserId.Parse(page.After).Value;
        var found = await users
            .ListAsync(person.Organisation, last, page.ReadAtMost, cancellationToken)
            .Take(page.ReadAtMost)
            .Select((user, cancellation) => organisations.WithHolidaysAsync(user, cancellation))
            .ToListAsync(cancellationToken);
        var (items, next) = page.PageOf(found, user => user.Id.ToString());
        return (BodyOf(items, next), null);
    }

    private UserListBody BodyOf(IEnumerable<User> found, string? next)
    {
        var now = clock.GetCurrentInstant();
        return new([.. found.Select(user => UserBody.Of(user, now))], next);
    }
}
