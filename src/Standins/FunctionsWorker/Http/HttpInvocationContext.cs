using Koppla.Standins.FunctionsWorker.Functions;
using Koppla.Standins.FunctionsWorker.Invocation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Koppla.Standins.FunctionsWorker.Http;

/// <summary>An invocation by an HTTP request, whose scope it shares.</summary>
internal sealed class HttpInvocationContext(
    Function function, HttpContext http, KeyValuePair<string, StringValues>[] forwarded, CancellationToken shutdown)
    : InvocationContext(function, http.Request, shutdown)
{
    /// <summary>Where the official worker keeps the request among the items.</summary>
    public const string HttpContextKey = "HttpRequestContext";

    public HttpContext HttpContext => http;

    public override IServiceProvider InstanceServices
    {
        get => http.RequestServices;
        set => http.RequestServices = value;
    }

    protected override IDictionary<object, object> NewItems() => new Dictionary<object, object> { [HttpContextKey] = http };

    protected override IReadOnlyDictionary<string, object?> BindingData() => HttpBindingData.Of(http.Request, forwarded);
}
