using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Koppla.Standins.Tests.FunctionsWorker;

public sealed class RouteTests
{
    private const HttpStatusCode Ok = HttpStatusCode.OK;
    private const HttpStatusCode NotFound = HttpStatusCode.NotFound;

    [Theory]
    [InlineData("GET", "/api/plain", Ok)]
    [InlineData("GET", "/API/Plain", Ok)] // any case
    [InlineData("GET", "/api/plain/", Ok)] // trailing slash
    [InlineData("GET", "/plain", NotFound)] // the prefix is needed
    [InlineData("POST", "/api/plain", NotFound)] // wrong method: never 405
    [InlineData("HEAD", "/api/plain", NotFound)] // get does not imply head
    [InlineData("OPTIONS", "/api/plain", NotFound)]
    [InlineData("HEAD", "/api/probe", Ok)]
    [InlineData("OPTIONS", "/api/probe", Ok)]
    [InlineData("GET", "/api/probe", NotFound)]
    [InlineData("GET", "/api/AnyMethod", Ok)] // without a route: the name
    [InlineData("FOO", "/api/anymethod", Ok)] // without methods: all
    [InlineData("GET", "/api/items/12", Ok)]
    [InlineData("GET", "/api/items/twelve", NotFound)]
    [InlineData("GET", "/api/things/7f3a2d86-0f3c-4a63-9a3e-8d5f1f0b7a11", Ok)]
    [InlineData("GET", "/api/things/7f3a2d86", NotFound)]
    [InlineData("GET", "/api/words/abc", Ok)]
    [InlineData("GET", "/api/words/a1", NotFound)]
    [InlineData("GET", "/api/optional", Ok)]
    [InlineData("GET", "/api/optional/one", Ok)]
    [InlineData("GET", "/api/optional/one/two", NotFound)]
    [InlineData("GET", "/api/rest", Ok)]
    [InlineData("GET", "/api/rest/one/two", Ok)]
    public async Task A_request_finds_its_function_or_404(string method, string path, HttpStatusCode expected)
    {
        await using var host = await TestHost.StartAsync(typeof(Routes));

        Assert.Equal(expected, await host.StatusAsync(method, path));
    }

    [Theory]
    [InlineData("/api/optional/a%20b", "a b")]
    [InlineData("/api/optional/a%2Fb", "a%2Fb")]
    [InlineData("/api/rest/a/b%20c", "a/b c")]
    public async Task Route_values_are_decoded_except_for_slashes(string path, string expected)
    {
        await using var host = await TestHost.StartAsync(typeof(Routes));

        Assert.Equal(expected, await host.GetTextAsync(path));
    }

    [Fact]
    public async Task Functions_share_a_route_by_method()
    {
        await using var host = await TestHost.StartAsync(typeof(Routes));

        Assert.Equal("get", await host.GetTextAsync("/api/shared"));
        using var posted = await host.SendAsync("POST", "/api/shared");
        Assert.Equal("post", await posted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_unknown_path_is_404_without_a_body()
    {
        await using var host = await TestHost.StartAsync(typeof(Routes));

        using var response = await host.SendAsync("GET", "/api/unknown");

        Assert.Equal(NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("""{ "version": "2.0", "extensions": { "http": { "routePrefix": "v9/app" } } }""", "/v9/app/plain")]
    [InlineData("""{ "extensions": { "http": { "routePrefix": "" } } }""", "/plain")]
    [InlineData("""{ "version": "2.0" }""", "/api/plain")]
    [InlineData("""{ /* a comment */ "EXTENSIONS": { "Http": { "RoutePrefix": "x" } } }""", "/x/plain")]
    public async Task The_prefix_comes_from_host_json(string hostJson, string path)
    {
        await using var host = await TestHost.StartAsync(new TestApp { Functions = [typeof(Routes)], HostJson = hostJson });

        Assert.Equal("plain", await host.GetTextAsync(path));
    }

    [Theory]
    [InlineData("/api/adminonly")]
    [InlineData("/api/Administrators/1")]
    [InlineData("/api/runtime/x")]
    [InlineData("/api/RuntimeByName")]
    public async Task A_route_that_starts_with_a_reserved_word_is_404_and_the_rest_runs(string path)
    {
        await using var host = await TestHost.StartAsync(typeof(ReservedRoutes));

        Assert.Equal(NotFound, await host.StatusAsync("GET", path));
        Assert.Equal(Ok, await host.StatusAsync("GET", "/api/fine"));
        Assert.Equal(4, host.Log.Lines(LogLevel.Error).Count(line => line.Contains("is in error", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_same_route_and_method_twice_puts_one_function_in_error()
    {
        await using var host = await TestHost.StartAsync(typeof(TwinRoutes));

        Assert.Equal("first", await host.GetTextAsync("/api/twins/1"));
        Assert.Equal(NotFound, await host.StatusAsync("POST", "/api/twins/1"));
        Assert.Equal("other", await host.GetTextAsync("/api/twins/abc"));
        var line = Assert.Single(host.Log.Lines(LogLevel.Error));
        Assert.Contains("'Second' is in error", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disabled_function_is_404()
    {
        await using var host = await TestHost.StartAsync(new TestApp
        {
            Functions = [typeof(Routes)],
            Args = ["--AzureWebJobs.Plain.Disabled=true", "--AzureWebJobs:Probe:Disabled=true"],
        });

        Assert.Equal(NotFound, await host.StatusAsync("GET", "/api/plain"));
        Assert.Equal(Ok, await host.StatusAsync("HEAD", "/api/probe")); // this form of the setting has no effect
    }

    [Fact]
    public async Task The_home_page_answers_any_visitor()
    {
        await using var host = await TestHost.StartAsync(typeof(Routes));

        using var response = await host.SendAsync("GET", "/");

        Assert.Equal(Ok, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_disabled_home_page_is_204()
    {
        await using var host = await TestHost.StartAsync(new TestApp { Args = ["--AzureWebJobsDisableHomepage=true"] });

        Assert.Equal(HttpStatusCode.NoContent, await host.StatusAsync("GET", "/"));
    }

    [Fact]
    public async Task The_request_reaches_the_function_as_the_worker_would_give_it()
    {
        await using var host = await TestHost.StartAsync(typeof(Routes));

        var seen = await host.Client.GetFromJsonAsync<Dictionary<string, string>>(
            "/api/seen/a/b?x=1", TestContext.Current.CancellationToken);

        Assert.Equal(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["path"] = "/api/seen/a/b", ["pathBase"] = "", ["query"] = "?x=1", ["route"] = "a/b", ["endpoint"] = "Seen", ["scheme"] = "http",
            },
            seen);
    }

    private sealed class Routes
    {
        [Function("Plain")]
        public IResult Plain([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "plain")] HttpRequest request) => Results.Text("plain");

        [Function("Probe")]
        public void Probe([HttpTrigger(AuthorizationLevel.Anonymous, "head", "options", Route = "probe")] HttpRequest request)
        {
        }

        [Function("AnyMethod")]
        public void AnyMethod([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
        }

        [Function("Items")]
        public void Items([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{id:int}")] HttpRequest request)
        {
        }

        [Function("Things")]
        public void Things([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{id:guid}")] HttpRequest request)
        {
        }

        [Function("Words")]
        public void Words([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "words/{word:regex(^[a-z]+$)}")] HttpRequest request)
        {
        }

        [Function("Optional")]
        public IResult Optional([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "optional/{value?}")] HttpRequest request) =>
            Results.Text(request.RouteValues["value"] as string);

        [Function("Rest")]
        public IResult Rest([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rest/{*path}")] HttpRequest request) =>
            Results.Text(request.RouteValues["path"] as string);

        [Function("SharedGet")]
        public IResult SharedGet([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "shared")] HttpRequest request) => Results.Text("get");

        [Function("SharedPost")]
        public IResult SharedPost([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "shared")] HttpRequest request) => Results.Text("post");

        [Function("Seen")]
        public IResult Seen([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "seen/{*path}")] HttpRequest request) =>
            Results.Json(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["path"] = request.Path,
                ["pathBase"] = request.PathBase,
                ["query"] = request.QueryString.Value,
                ["route"] = (string?)request.RouteValues["path"],
                ["endpoint"] = request.HttpContext.GetEndpoint()?.DisplayName,
                ["scheme"] = request.Scheme,
            });
    }

    private sealed class ReservedRoutes
    {
        [Function("One")]
        public void One([HttpTrigger(AuthorizationLevel.Anonymous, Route = "adminonly")] HttpRequest request)
        {
        }

        [Function("Two")]
        public void Two([HttpTrigger(AuthorizationLevel.Anonymous, Route = "administrators/{id}")] HttpRequest request)
        {
        }

        [Function("Three")]
        public void Three([HttpTrigger(AuthorizationLevel.Anonymous, Route = "runtime/x")] HttpRequest request)
        {
        }

        [Function("RuntimeByName")]
        public void Four([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
        }

        [Function("Fine")]
        public void Fine([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
        }
    }

    private sealed class TwinRoutes
    {
        [Function("First")]
        public IResult First([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "twins/{id:int}")] HttpRequest request) =>
            Results.Text("first");

        [Function("Second")]
        public IResult Second([HttpTrigger(AuthorizationLevel.Anonymous, "post", "get", Route = "Twins/{number:int}")] HttpRequest request) =>
            Results.Text("second");

        [Function("Other")]
        public IResult Other([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "twins/{id}")] HttpRequest request) => Results.Text("other");
    }
}
