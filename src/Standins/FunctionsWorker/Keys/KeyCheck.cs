using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Standins.FunctionsWorker.Keys;

/// <summary>Which status a request's key deserves: 200, 401 or 403.</summary>
internal static class KeyCheck
{
    private const string Header = "x-functions-key";
    private const string Query = "code";

    /// <summary>A function never answers 403: a key that does not open it counts as none.</summary>
    public static bool Opens(this HostKeys keys, HttpRequest request, string function, AuthorizationLevel level) => level switch
    {
        AuthorizationLevel.Anonymous => true,
        AuthorizationLevel.Function => KeyOf(request) is { } key && (keys.IsHost(key) || keys.IsMaster(key) || keys.IsOwnKeyOf(function, key)),
        _ => keys.IsMaster(KeyOf(request)),
    };

    /// <summary>For <c>/admin</c>.</summary>
    public static int StatusForAdmin(this HostKeys keys, HttpRequest request) =>
        KeyOf(request) is var key && keys.IsMaster(key) ? StatusCodes.Status200OK : Refusal(keys, key);

    /// <summary>For <c>/runtime/webhooks/eventgrid</c>.</summary>
    public static int StatusForEventGrid(this HostKeys keys, HttpRequest request) =>
        KeyOf(request) is var key && (keys.IsEventGrid(key) || keys.IsMaster(key)) ? StatusCodes.Status200OK : Refusal(keys, key);

    /// <summary>The host's key is known here but not enough; any other is unknown.</summary>
    private static int Refusal(HostKeys keys, string? key) =>
        keys.IsHost(key) ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized;

    private static string? KeyOf(HttpRequest request) =>
        request.Headers.TryGetValue(Header, out var header) ? header.ToString()
        : request.Query.TryGetValue(Query, out var code) ? code.ToString()
        : null;
}
