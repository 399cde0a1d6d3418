using System.Security.Claims;
using Koppla.Routing;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Security;

/// <summary>Who asks. Organisation and person come from the token, never from the URL.</summary>
internal sealed record Person(OrganisationId Organisation, UserId Id, bool IsAdministrator)
{
    public static Person? From(ClaimsPrincipal principal) =>
        Guid.TryParseExact(principal.FindFirstValue(Claims.Tenant), "D", out var tenant) &&
        Guid.TryParseExact(principal.FindFirstValue(Claims.Person), "D", out var person)
            ? new Person(new OrganisationId(tenant), new UserId(person), principal.IsInRole(Policies.AdministratorRole))
            : null;

    /// <summary>Binds a parameter of an endpoint; the policies of the API let nobody through who is no person.</summary>
    public static ValueTask<Person?> BindAsync(HttpContext context) => ValueTask.FromResult(From(context.User));
}
