using Koppla.Functions.Security;
using Koppla.Routing;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Audit;

/// <summary>Who changes something, and from where.</summary>
/// <param name="Person">Null: Koppla itself.</param>
/// <param name="Address">The client's address as the front end saw it.</param>
internal sealed record Author(UserId? Person, string? Address)
{
    public static readonly Author Koppla = new(null, null);

    public static Author Of(Person person, HttpContext context) => new(person.Id, context.Connection.RemoteIpAddress?.ToString());
}
