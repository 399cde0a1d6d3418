using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Insight;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Koppla.Routing.Directory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.Numbers;

/// <summary>Numbers that come to an organisation and leave it, for administrators.</summary>
internal static class ReservationEndpoints
{
    public static void MapReservations(this IEndpointRouteBuilder api)
    {
        var numbers = api.MapGroup("/numbers").RequireAuthorization(Policies.Administrator);
        numbers.MapPost("/", PostAsync)
            .Describe("reserveNumber", "A number that the organisation has got; it is reserved.")
            .MakesNew()
            .Fails(409, "number-exists", "number-not-available")
            .Fails(422, ProblemNames.OfNumber);
        numbers.MapDelete("/{number}", DeleteAsync)
            .Describe("releaseNumber", "The organisation has the number no more.")
            .Fails(409, "number-assigned");
    }

    private static async Task<Results<Created<NumberBody>, Ok<NumberBody>, ProblemHttpResult>> PostAsync(
        Person person,
        ChangeTerms terms,
        JsonBody<ReservationRequest> body,
        Reservations reservations,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var reading = new BodyReading();
        var number = reading.Required(body.Value.Number, "number") is { } text ? reading.Number(text, "number") : null;
        if (number is null)
        {
            return reading.Problem!.ToResult();
        }

        var (version, problem) = await reservations.ReserveAsync(person, number, terms, cancellationToken);
        if (version is null)
        {
            return problem!.ToResult();
        }

        var reserved = NumberBody.Of(number, new ReservedNumber(person.Organisation, null));
        if (terms.DryRun)
        {
            return TypedResults.Ok(reserved);
        }

        context.Response.Headers.ETag = EntityTag.Of(version.Value);
        return TypedResults.Created($"{context.Request.PathBase}{context.Request.Path}/{number.E164}", reserved);
    }

    private static async Task<Results<NoContent, Ok<ChangePreviewBody>, ProblemHttpResult>> DeleteAsync(
        Person person, string number, ChangeTerms terms, Reservations reservations, CancellationToken cancellationToken) =>
        await reservations.ReleaseAsync(person, number, terms, cancellationToken) switch
        {
            { } problem => problem.ToResult(),
            null when terms.DryRun => TypedResults.Ok(ChangePreviewBody.Removal),
            null => TypedResults.NoContent(),
        };
}
