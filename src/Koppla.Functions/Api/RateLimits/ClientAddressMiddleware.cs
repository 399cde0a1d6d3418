using System.Net;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Koppla.Functions.Api.RateLimits;

/// <summary>
/// Behind the Functions host the connection's address is the host's, and <c>X-Forwarded-For</c> is taken away; the binding data still have
/// it. Azure's front end writes the client's address at its end, so what the client itself has written there does not matter.
/// </summary>
internal sealed class ClientAddressMiddleware : IFunctionsWorkerMiddleware
{
    private const string Header = "X-Forwarded-For";

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && context.BindingContext.BindingData.TryGetValue("Headers", out var headers)
            && LastHop(headers as string) is { } address)
        {
            http.Connection.RemoteIpAddress = address;
        }

        return next(context);
    }

    /// <param name="headers">A JSON object of texts.</param>
    /// <returns>Null: no front end has written an address.</returns>
    public static IPAddress? LastHop(string? headers)
    {
        if (headers is null)
        {
            return null;
        }

        using var json = JsonDocument.Parse(headers);
        var hops = json.RootElement.EnumerateObject()
            .FirstOrDefault(header => header.Name.Equals(Header, StringComparison.OrdinalIgnoreCase)).Value;
        return hops.ValueKind == JsonValueKind.String
            && IPEndPoint.TryParse(hops.GetString()!.Split(',')[^1].Trim(), out var last) ? last.Address : null;
    }
}
