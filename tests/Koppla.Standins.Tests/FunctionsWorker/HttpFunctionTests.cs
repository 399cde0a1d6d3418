using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Koppla.Standins.Tests.FunctionsWorker;

public sealed class HttpFunctionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("void")]
    [InlineData("task")]
    [InlineData("value-task")]
    [InlineData("result")]
    [InlineData("task-of-result")]
    [InlineData("value-task-of-result")]
    [InlineData("action-result")]
    [InlineData("task-of-action-result")]
    [InlineData("static")]
    [InlineData("internal-class")]
    public async Task Every_kind_of_return_writes_the_response(string path)
    {
        await using var host = await TestHost.StartAsync(typeof(Returns), typeof(InternalClass));

        Assert.Equal(path, await host.GetTextAsync($"/api/{path}"));
    }

    [Fact]
    public async Task An_object_result_is_camel_case_json_that_keeps_nulls()
    {
        await using var host = await TestHost.StartAsync(typeof(Returns));

        Assert.Equal("""{"firstName":"Ada","lastName":null}""", await host.GetTextAsync("/api/object"));
    }

    [Fact]
    public async Task Status_headers_cookies_and_redirects_pass()
    {
        await using var host = await TestHost.StartAsync(typeof(Returns));
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = host.Client.BaseAddress };

        using var response = await client.GetAsync("/api/redirect", Token);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal("/elsewhere", response.Headers.Location?.OriginalString);
        Assert.StartsWith("a=b", Assert.Single(response.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Equal("yes", Assert.Single(response.Headers.GetValues("X-Seen")));
    }

    [Theory]
    [InlineData("throws")]
    [InlineData("throws-later")]
    public async Task An_unhandled_exception_is_a_500_without_a_body_and_is_logged(string path)
    {
        await using var host = await TestHost.StartAsync(typeof(Failures));

        using var response = await host.SendAsync("GET", $"/api/{path}");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Token));
        Assert.False(response.Headers.Contains("X-Half"));
        Assert.Contains(host.Log.Lines(LogLevel.Error), line => line.Contains("out of luck", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_exception_after_the_response_has_begun_breaks_it_off()
    {
        await using var host = await TestHost.StartAsync(typeof(Failures));

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => host.GetTextAsync("/api/throws-midway"));
    }

    [Fact]
    public async Task A_response_is_streamed_as_it_is_written()
    {
        await using var host = await TestHost.StartAsync(new TestApp
        {
            Functions = [typeof(Streaming)],
            Configure = builder => builder.Services.AddSingleton<Gate>(),
        });

        using var response = await host.SendAsync("GET", "/api/stream");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Token));

        Assert.Equal("first", await reader.ReadLineAsync(Token)); // arrives while the function waits
        host.Host.Services.GetRequiredService<Gate>().Open.SetResult();
        Assert.Equal("second", await reader.ReadLineAsync(Token));
    }

    [Fact]
    public async Task A_client_that_goes_away_cancels_the_request_but_not_the_invocation()
    {
        await using var host = await TestHost.StartAsync(new TestApp
        {
            Functions = [typeof(Streaming)],
            Configure = builder => builder.Services.AddSingleton<Gate>(),
        });
        var gate = host.Host.Services.GetRequiredService<Gate>();

        var response = await host.SendAsync("GET", "/api/wait-for-abort");
        response.Dispose();

        Assert.False(await gate.Seen.Task.WaitAsync(TimeSpan.FromSeconds(20), Token));
    }

    [Fact]
    public async Task The_body_reaches_the_function()
    {
        await using var host = await TestHost.StartAsync(typeof(Bodies));
        using var body = new StringContent("hello");

        using var response = await host.SendAsync("POST", "/api/echo", body);

        Assert.Equal("hello", await response.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task A_body_over_the_workers_limit_is_500()
    {
        await using var host = await TestHost.StartAsync(new TestApp
        {
            Functions = [typeof(Bodies)],
            Configure = builder => builder.Services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = 10),
        });
        using var body = new StringContent("eleven char");

        using var response = await host.SendAsync("POST", "/api/echo", body);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Theory]
    [InlineData(null, 104_857_600)]
    [InlineData(60_000_000L, 60_000_000)]
    [InlineData(200_000_000L, 104_857_600)]
    public async Task The_app_may_move_the_worker_limit_up_to_that_of_the_host(long? wanted, long expected)
    {
        await using var host = await TestHost.StartAsync(new TestApp
        {
            Configure = builder => builder.Services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = wanted),
        });

        Assert.Equal(expected, host.Host.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MaxRequestBodySize);
    }

    [Fact]
    public async Task The_worker_limit_is_30_MB_unless_the_app_moves_it()
    {
        await using var host = await TestHost.StartAsync();

        Assert.Equal(30_000_000, host.Host.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MaxRequestBodySize);
    }

    [Fact]
    public async Task A_body_over_the_hosts_limit_is_500_before_it_is_sent()
    {
        await using var host = await TestHost.StartAsync(typeof(Returns));
        using var handler = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromSeconds(20) };
        using var client = new HttpClient(handler) { BaseAddress = host.Client.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/void") { Content = new UnsentContent(104_857_601) };
        request.Headers.ExpectContinue = true;

        using var response = await client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Fact]
    public async Task Forwarded_headers_of_the_client_are_only_in_the_binding_data()
    {
        await using var host = await TestHost.StartAsync(typeof(Headers));

        using var response = await host.SendAsync(
            "GET", "/api/headers?colour=red", body: null, ("X-Forwarded-For", "192.0.2.7"), ("X-Forwarded-Host", "evil.example"), ("X-Own", "kept"));
        var seen = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token)).RootElement;

        Assert.Equal("", seen.GetProperty("forwardedFor").GetString());
        Assert.Equal("kept", seen.GetProperty("own").GetString());
        Assert.Equal(host.Client.BaseAddress!.Authority, seen.GetProperty("host").GetString());
        var headers = JsonDocument.Parse(seen.GetProperty("bindingHeaders").GetString()!).RootElement;
        Assert.Equal("192.0.2.7", headers.GetProperty("X-Forwarded-For").GetString());
        Assert.Equal("evil.example", headers.GetProperty("X-Forwarded-Host").GetString());
        Assert.Equal("kept", headers.GetProperty("X-Own").GetString());
        Assert.Equal("red", seen.GetProperty("bindingColour").GetString());
    }

    [Fact]
    public async Task A_function_class_is_made_for_each_request_from_the_requests_services()
    {
        await using var host = await TestHost.StartAsync(new TestApp
        {
            Functions = [typeof(Injected)],
            Configure = builder => builder.Services.AddScoped<Scoped>(),
        });

        var first = await host.GetTextAsync("/api/injected");

        Assert.EndsWith(" same scope", first, StringComparison.Ordinal);
        Assert.NotEqual(first, await host.GetTextAsync("/api/injected"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task No_request_is_logged_by_default()
    {
        await using var host = await TestHost.StartAsync(typeof(Returns));
        var before = host.Log.Lines().Count;

        await host.GetTextAsync("/api/result");

        Assert.Equal(before, host.Log.Lines().Count);
    }

    private sealed class Returns
    {
        [Function("Void")]
        public void Void([HttpTrigger(AuthorizationLevel.Anonymous, Route = "void")] HttpRequest request) =>
            request.HttpContext.Response.BodyWriter.Write("void"u8);

        [Function("Task")]
        public Task Task([HttpTrigger(AuthorizationLevel.Anonymous, Route = "task")] HttpRequest request) =>
            request.HttpContext.Response.WriteAsync("task");

        [Function("ValueTask")]
        public async ValueTask ValueTask([HttpTrigger(AuthorizationLevel.Anonymous, Route = "value-task")] HttpRequest request) =>
            await request.HttpContext.Response.WriteAsync("value-task");

        [Function("Result")]
        public IResult Result([HttpTrigger(AuthorizationLevel.Anonymous, Route = "result")] HttpRequest request) => Results.Text("result");

        [Function("TaskOfResult")]
        public async Task<IResult> TaskOfResult([HttpTrigger(AuthorizationLevel.Anonymous, Route = "task-of-result")] HttpRequest request)
        {
            await System.Threading.Tasks.Task.Yield();
            return Results.Text("task-of-result");
        }

        [Function("ValueTaskOfResult")]
        public ValueTask<IResult> ValueTaskOfResult([HttpTrigger(AuthorizationLevel.Anonymous, Route = "value-task-of-result")] HttpRequest request) =>
            new(Results.Text("value-task-of-result"));

        [Function("ActionResult")]
        public IActionResult ActionResult([HttpTrigger(AuthorizationLevel.Anonymous, Route = "action-result")] HttpRequest request) =>
            request.Query.Count > 0 ? new NotFoundResult() : new ContentResult { Content = "action-result" };

        [Function("TaskOfActionResult")]
        public Task<IActionResult> TaskOfActionResult([HttpTrigger(AuthorizationLevel.Anonymous, Route = "task-of-action-result")] HttpRequest request) =>
            System.Threading.Tasks.Task.FromResult<IActionResult>(new OkObjectResult("task-of-action-result"));

        [Function("Static")]
        public static IResult Static([HttpTrigger(AuthorizationLevel.Anonymous, Route = "static")] HttpRequest request) => Results.Text("static");

        [Function("Object")]
        public OkObjectResult Object([HttpTrigger(AuthorizationLevel.Anonymous, Route = "object")] HttpRequest request) =>
            new OkObjectResult(new { FirstName = "Ada", LastName = (string?)null });

        [Function("Redirect")]
        public IResult Redirect([HttpTrigger(AuthorizationLevel.Anonymous, Route = "redirect")] HttpRequest request)
        {
            request.HttpContext.Response.Cookies.Append("a", "b");
            request.HttpContext.Response.Headers["X-Seen"] = "yes";
            return Results.Redirect("/elsewhere");
        }
    }

    private sealed class Failures
    {
        [Function("Throws")]
        public void Throws([HttpTrigger(AuthorizationLevel.Anonymous, Route = "throws")] HttpRequest request)
        {
            request.HttpContext.Response.Headers["X-Half"] = "written";
            throw new InvalidOperationException("out of luck");
        }

        [Function("ThrowsLater")]
        public async Task ThrowsLater([HttpTrigger(AuthorizationLevel.Anonymous, Route = "throws-later")] HttpRequest request)
        {
            await Task.Yield();
            throw new InvalidOperationException("out of luck");
        }

        [Function("ThrowsMidway")]
        public async Task ThrowsMidway([HttpTrigger(AuthorizationLevel.Anonymous, Route = "throws-midway")] HttpRequest request)
        {
            await request.HttpContext.Response.WriteAsync("half");
            await request.HttpContext.Response.Body.FlushAsync();
            throw new InvalidOperationException("out of luck");
        }
    }

    private sealed class Gate
    {
        public TaskCompletionSource Open { get; } = new();

        /// <summary>Whether the invocation's token was cancelled when the request's was.</summary>
        public TaskCompletionSource<bool> Seen { get; } = new();
    }

    private sealed class Streaming(Gate gate)
    {
        [Function("Stream")]
        public async Task Stream([HttpTrigger(AuthorizationLevel.Anonymous, Route = "stream")] HttpRequest request)
        {
            await request.HttpContext.Response.WriteAsync("first\n");
            await request.HttpContext.Response.Body.FlushAsync();
            await gate.Open.Task;
            await request.HttpContext.Response.WriteAsync("second\n");
        }

        [Function("WaitForAbort")]
        public async Task WaitForAbort(
            [HttpTrigger(AuthorizationLevel.Anonymous, Route = "wait-for-abort")] HttpRequest request, CancellationToken invocation)
        {
            var aborted = new TaskCompletionSource();
            await using var registration = request.HttpContext.RequestAborted.Register(aborted.SetResult);
            await request.HttpContext.Response.Body.FlushAsync(CancellationToken.None);
            await aborted.Task;
            gate.Seen.SetResult(invocation.IsCancellationRequested);
        }
    }

    private sealed class Bodies
    {
        [Function("Echo")]
        public async Task<IResult> Echo([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "echo")] HttpRequest request)
        {
            using var reader = new StreamReader(request.Body);
            return Results.Text(await reader.ReadToEndAsync());
        }
    }

    private sealed class Headers
    {
        [Function("Headers")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "headers")] HttpRequest request, FunctionContext context) =>
            Results.Json(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["forwardedFor"] = request.Headers["X-Forwarded-For"].ToString(),
                ["own"] = request.Headers["X-Own"],
                ["host"] = request.Host.Value,
                ["bindingHeaders"] = (string?)context.BindingContext.BindingData["Headers"],
                ["bindingColour"] = (string?)context.BindingContext.BindingData["colour"],
            });
    }

    private sealed class Scoped
    {
        public Guid Id { get; } = Guid.NewGuid();
    }

    private sealed class Injected(Scoped scoped)
    {
        [Function("Injected")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "injected")] HttpRequest request, FunctionContext context) =>
            Results.Text($"{scoped.Id} {(Same(request.HttpContext.RequestServices) && Same(context.InstanceServices) ? "same" : "another")} scope");

        private bool Same(IServiceProvider services) => services.GetRequiredService<Scoped>() == scoped;
    }

    private sealed class UnsentContent : HttpContent
    {
        public UnsentContent(long length)
        {
            Headers.ContentLength = length;
            Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            throw new InvalidOperationException("The body must not be asked for.");

        protected override bool TryComputeLength(out long length)
        {
            length = Headers.ContentLength!.Value;
            return true;
        }
    }
}

internal sealed class InternalClass
{
    [Function("InternalClass")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "internal-class")] HttpRequest request) => Results.Text("internal-class");
}
