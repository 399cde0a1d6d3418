using Koppla.Functions.Api;
using Koppla.Functions.Security;
using Koppla.Routing.Numbers;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Numbers;

/// <summary>Finds the number that a request's path names, in any usual spelling, among those of the person's organisation.</summary>
internal sealed class NumberRoute(NumberStore store)
{
    public async Task<(FoundNumber? Found, Problem? Problem)> FindAsync(
        Person person, string text, CancellationToken cancellationToken)
    {
        var number = PhoneNumber.Parse(text);
        return number.IsOk
            ? await FindAsync(person, number.Value, cancellationToken)
            : (null, Problem.Of(StatusCodes.Status400BadRequest, number.Refusal, "number"));
    }

    public async Task<(FoundNumber? Found, Problem? Problem)> FindAsync(
        Person person, PhoneNumber number, CancellationToken cancellationToken) =>
        await store.ReadAsync(number, cancellationToken) is { } stored && NumberMapping.OrganisationOf(stored.Value) == person.Organisation
            ? (new FoundNumber(number, stored), null)
            : (null, NumberProblems.NotFound); // as a number of another organisation does
}
