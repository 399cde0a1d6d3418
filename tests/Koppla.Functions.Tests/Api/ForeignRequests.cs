using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Tests.Api;

/// <summary>
/// Every request of the API that names something of another organisation: in the path wherever there is a place, and in the body. A new
/// route with a place of a new name, or with a body, needs a line here.
/// </summary>
internal static class ForeignRequests
{
    /// <summary>What stands in a place of a path, by its name, or by the path where the name means something else.</summary>
    private static readonly Dictionary<string, Func<Victim, string>> Places = new(StringComparer.Ordinal)
    {
        ["user"] = victim => victim.User,
        ["number"] = victim => victim.Reserved.E164,
        ["profile"] = _ => "lunch",
        ["call"] = victim => victim.Call,
        ["transfer"] = _ => "0123456789abcdef0123456789abcdef",
        ["id"] = victim => victim.Call,
        ["change"] = victim => victim.Change,
        ["letter"] = victim => victim.Change,
    };

    /// <summary>A body that would be taken from who may send it; <c>$user</c> and so on are what is the other's.</summary>
    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["PUT /v1/numbers/{number}/forwarding"] = """{"destination":"070-174 06 60"}""",
        ["POST /v1/numbers"] = """{"number":"$reserved"}""",
        ["POST /v1/numbers/import"] = """{"rows":[{"number":"$reserved","user":"$user"},{"number":"$assigned"}]}""",
        ["POST /v1/numbers/forwarding"] = """{"from":"$reserved","to":"$reserved"}""",
        ["PUT /v1/numbers/{number}/assignment"] = """{"user":"$user"}""",
        ["POST /v1/calls"] = """{"to":{"user":"$user"}}""",
        ["POST /v1/calls/{call}/transfers"] = """{"to":{"user":"$user"},"mode":"direct"}""",
        ["POST /v1/calls/{call}/transfers/{transfer}/complete"] = "{}",
        ["POST /v1/calls/{call}/transfers/{transfer}/cancel"] = "{}",
        ["POST /v1/users/me/transfers"] = """{"to":{"user":"$user"},"mode":"direct"}""",
        ["PUT /v1/users/{user}/transfer-policy"] = """{"onBusy":{"step":"number","number":"$assigned"}}""",
        ["PUT /v1/organisation"] = """
            {"name":"Andra AB","timeZone":"Etc/UTC","language":"english","callerId":"organisation","declinedCountsAs":"busy","holidays":{},
            "fallback":"$assigned","mainNumber":"$reserved"}
            """,
        ["PUT /v1/organisation/destination-policy"] = """{"countries":["SE"],"externalForwards":{}}""",
        ["POST /v1/organisation/forward-health"] = "{}",
        ["PUT /v1/organisation/webhook"] = """{"url":"https://hooks.example.com/"}""",
        ["POST /v1/organisation/webhook/secret"] = "{}",
        ["POST /v1/organisation/webhook/test"] = "{}",
        ["POST /v1/organisation/webhook/dead-letters/{letter}/redeliver"] = "{}",
        ["PUT /v1/organisation/transfer-policy"] = """{"onBusy":{"step":"number","number":"$assigned"}}""",
        ["POST /v1/users"] = """{"id":"$user","name":"Eva","devices":[{"kind":"telephone","number":"$assigned"}]}""",
        ["PUT /v1/users/{user}"] = """{"name":"Eva","language":"english","devices":[]}""",
        ["POST /v1/users/{user}/profiles"] = TenantUser.Profile(TenantUser.Ring),
        ["PUT /v1/users/{user}/profiles/{profile}"] = """{"name":"x","fixed":{"action":"forward","forwardTo":{"user":"$user"}},"mobile":{"action":"ring"}}""",
        ["PUT /v1/users/{user}/activation"] = """{"profile":"lunch"}""",
        ["POST /v1/users/{user}/activation/extend"] = """{"minutes":30}""",
        ["PUT /v1/users/{user}/default-profile"] = """{"profile":"lunch"}""",
        ["PUT /v1/users/{user}/schedule"] = """{"timeZone":"Etc/UTC"}""",
        ["POST /v1/users/{user}/restore"] = """{"change":"$change"}""",
        ["PUT /v1/users/{user}/exceptions"] = """{"items":[]}""",
        ["POST /v1/users/bulk/activation"] = """{"users":["$user"],"activation":{"profile":"lunch"}}""",
        ["POST /v1/users/bulk/profiles"] =
            """{"users":["$user"],"profile":{"id":"lunch","name":"x","fixed":{"action":"ring"},"mobile":{"action":"ring"}}}""",
        ["POST /v1/users/bulk/schedule"] = """{"users":["$user"],"schedule":{"timeZone":"Etc/UTC"}}""",
        ["POST /v1/decisions/explain"] = """{"number":"$assigned"}""",
    };

    /// <summary>What else could name something of another's: parameters of lists.</summary>
    private static readonly Dictionary<string, string> Queries = new(StringComparer.Ordinal)
    {
        ["GET /v1/colleagues"] = $"?q={Victim.Secret}",
        ["GET /v1/users"] = $"?q={Victim.Secret}",
    };

    /// <summary>All that the app maps.</summary>
    public static IReadOnlyList<ForeignRequest> All(ApiFixture fixture, Victim victim) =>
    [
        .. from endpoint in fixture.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           let route = endpoint.RoutePattern.RawText!.TrimEnd('/')
           where route.StartsWith("/v1/", StringComparison.Ordinal)
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
           let name = $"{method} {route}"
           select new ForeignRequest(
               name,
               HttpMethod.Parse(method),
               endpoint.RoutePattern.Parameters.Aggregate(route["/v1/".Length..], (path, place) => Filled(path, place.Name, victim)) + Queries.GetValueOrDefault(name),
               BodyOf(name, method, victim),
               endpoint.RoutePattern.Parameters.Count > 0),
    ];

    private static string Filled(string path, string place, Victim victim)
    {
        Assert.True(Places.TryGetValue(path, out var value) || Places.TryGetValue(place, out value), $"Say what of another organisation stands in the place {{{place}}} of {path}.");
        return path.Replace($"{{{place}}}", value!(victim), StringComparison.Ordinal);
    }

    private static string? BodyOf(string name, string method, Victim victim)
    {
        if (method is not ("PUT" or "POST"))
        {
            return null;
        }

        Assert.True(Bodies.TryGetValue(name, out var body), $"Say with what body {name} would be taken.");
        return body!
            .Replace("$change", victim.Change, StringComparison.Ordinal)
            .Replace("$user", victim.User, StringComparison.Ordinal)
            .Replace("$assigned", victim.Assigned, StringComparison.Ordinal)
            .Replace("$reserved", victim.Reserved.E164, StringComparison.Ordinal);
    }
}
