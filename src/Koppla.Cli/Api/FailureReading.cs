using System.Net;
using System.Text.Json;
using Polly.Timeout;

namespace Koppla.Cli.Api;

/// <summary>Says in words what did not work, and what to check.</summary>
internal sealed class FailureReading(Uri server, TokenFacts token, TimeProvider time)
{
    private const string AdministratorRole = "Koppla.Admin";

    private string Address => server.GetLeftPart(UriPartial.Authority);

    /// <summary>Of an answer that is not a success.</summary>
    public Failure Of(HttpResponseMessage response, string body)
    {
        var status = (int)response.StatusCode;
        var problem = ProblemOf(response, body);
        var failure = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => Failure.Refused("The server does not accept the token (401).", WhyUnauthorized(response)),
            HttpStatusCode.Forbidden => Failure.Refused("The token does not allow this (403).", WhyForbidden(problem)),
            _ when RetryHandler.IsBusy(response) => Failure.Unreachable($"The server cannot serve now ({status}).", WhyBusy(response, problem)),
            >= HttpStatusCode.InternalServerError =>
                Failure.Unreachable($"The server failed ({status}).", [.. problem?.Lines() ?? [], "Its log tells why."]),
            < HttpStatusCode.BadRequest => Failure.Unreachable(
                $"The server sends the request elsewhere ({status}: {response.Headers.Location}).", "Check --server and KOPPLA_SERVER."),
            _ when problem is null => Failure.NotUnderstood(status),
            _ => Failure.Refused($"Refused: {problem.Title} ({status}).", [.. problem.Lines()]),
        };
        return failure with { Status = status };
    }

    /// <summary>Of an answer that did not come.</summary>
    public Failure Of(Exception broken) => broken switch
    {
        TimeoutRejectedException => Failure.Unreachable(
            $"{Address} does not answer.", "What was asked for may have been done all the same: look before you ask again."),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => Failure.Unreachable(
            $"There is no server named {server.Host}.", "Check --server and KOPPLA_SERVER, and the connection to the network."),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => Failure.Unreachable(
            $"No secure connection to {Address} can be made.", "Check its certificate, and whether it speaks https."),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => Failure.Unreachable(
            $"{Address} cannot be reached.",
            server.IsLoopback ? "Is it running? dotnet run --project src/Koppla.Local starts it." : "Check --server and KOPPLA_SERVER, and the network."),
        _ => Failure.Unreachable(
            $"The connection to {Address} broke.", "What was asked for may have been done all the same: look before you ask again."),
    };

    private static ProblemBody? ProblemOf(HttpResponseMessage response, string body)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(body, ApiJson.Default.ProblemBody);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string[] WhyBusy(HttpResponseMessage response, ProblemBody? problem) =>
        [.. problem?.Lines() ?? [], response.Headers.RetryAfter is { } wait ? $"Try again after {wait}{(wait.Delta is null ? "" : " s")}." : "Try again shortly."];

    private string[] WhyUnauthorized(HttpResponseMessage response)
    {
        if (token.Expires is { } expires && expires <= time.GetUtcNow())
        {
            return [$"It expired at {expires:yyyy-MM-dd HH:mm:ss} UTC. Get a new one."];
        }

        var told = response.Headers.WwwAuthenticate.Select(challenge => challenge.Parameter).OfType<string>();
        return [.. told, "It is of another issuer or for another API, or its signature is not valid. Check KOPPLA_TOKEN and --server."];
    }

    private string[] WhyForbidden(ProblemBody? problem) =>
    [
        .. problem?.Lines() ?? [],
        token.Roles.Contains(AdministratorRole, StringComparer.Ordinal)
            ? $"It has the role {AdministratorRole}; that is not what it lacks."
            : $"It has {(token.Roles is [] ? "no role" : $"the role {string.Join(" and ", token.Roles)}")}; this needs {AdministratorRole}.",
    ];
}
