using Koppla.Functions.Api;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Routing;

namespace Koppla.Functions.Users;

/// <summary>
/// Finds the user that a request's path names: <c>me</c>, or an id. Administrators find all users of their organisation, others
/// themselves; everybody else looks like nobody.
/// </summary>
internal sealed class UserRoute(UserStore store, OrganisationCache organisations)
{
    private const string Me = "me";

    public async Task<(FoundUser? Found, Problem? Problem)> FindAsync(Person person, string text, CancellationToken cancellationToken) =>
        IdOf(person, text) is { } id && await store.FindAsync(person.Organisation, id, cancellationToken) is { } found
            ? (found with { User = await organisations.WithHolidaysAsync(found.User, cancellationToken) }, null)
            : (null, UserProblems.NotFound);

    private static UserId? IdOf(Person person, string text)
    {
        if (text == Me)
        {
            return person.Id;
        }

        var id = UserId.Parse(text);
        return id.IsOk && (person.IsAdministrator || id.Value == person.Id) ? id.Value : null;
    }
}
