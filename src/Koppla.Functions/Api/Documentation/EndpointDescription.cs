using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Api.Documentation;

/// <summary>
/// What an endpoint says of itself beside its code. The rest of its documentation follows from its parameters, its policy and its path:
/// see <see cref="OperationConventions"/>.
/// </summary>
internal static class EndpointDescription
{
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="id">The operation's stable name, which generated clients call it by.</param>
    /// <param name="summary">What it does, in a line.</param>
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string id, string summary) =>
        endpoint.WithName(id).WithSummary(summary);

    /// <summary>Problems that the conventions do not know of.</summary>
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder endpoint, int status, params string[] names) =>
        endpoint.WithMetadata(new Failure(status, names));

    /// <summary>It may let calls leave the organisation.</summary>
    public static RouteHandlerBuilder ForwardsOutside(this RouteHandlerBuilder endpoint) => endpoint
        .Fails(StatusCodes.Status403Forbidden, ProblemNames.NotAllowed)
        .Fails(StatusCodes.Status409Conflict, ProblemNames.Unconfirmed);

    /// <summary>Parameters that the endpoint reads from the request by itself.</summary>
    public static RouteHandlerBuilder Reads(this RouteHandlerBuilder endpoint, params RequestParameter[] parameters) =>
        endpoint.WithMetadata(parameters);

    /// <inheritdoc cref="Reads(RouteHandlerBuilder, RequestParameter[])"/>
    public static void Reads(this EndpointBuilder endpoint, params RequestParameter[] parameters)
    {
        foreach (var parameter in parameters)
        {
            endpoint.Metadata.Add(parameter);
        }
    }

    /// <summary>Problems that a parameter of an endpoint brings with it.</summary>
    public static void Fails(this EndpointBuilder endpoint, int status, params string[] names) =>
        endpoint.Metadata.Add(new Failure(status, names));

    /// <summary>It says in its answer, and not by 503, when storage is away.</summary>
    public static RouteHandlerBuilder TellsOfStorage(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new TellsOfStorage());

    /// <summary>It changes or refuses each of many things alone.</summary>
    public static RouteHandlerBuilder ChangesEachAlone(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new ChangesEachAlone());

    /// <summary>A key does not make it safe to send again.</summary>
    public static RouteHandlerBuilder IgnoresKey(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new IgnoresKey());

    /// <summary>It makes a thing that was not there, and so has no version.</summary>
    public static RouteHandlerBuilder MakesNew(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new MakesNew());

    /// <summary>It answers in another form too.</summary>
    public static RouteHandlerBuilder AlsoAnswers(this RouteHandlerBuilder endpoint, string mediaType) =>
        endpoint.WithMetadata(new AlternativeForm(mediaType));

    /// <summary>The largest body that it takes, in bytes, when it is not <see cref="BodySize.Default"/>.</summary>
    public static RouteHandlerBuilder TakesUpTo(this RouteHandlerBuilder endpoint, long bytes) => endpoint.WithMetadata(new BodySize(bytes));
}
