using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Standins.Tests.FunctionsWorker;

public sealed class KeyTests
{
    private const string OwnKey = "the-own-key-of-guarded";

    [Theory]
    [InlineData("open", null, 200)]
    [InlineData("open", "nonsense", 200)]
    [InlineData("guarded", null, 401)]
    [InlineData("guarded", "", 401)]
    [InlineData("guarded", "nonsense", 401)]
    [InlineData("guarded", TestHost.HostKey, 200)]
    [InlineData("guarded", TestHost.MasterKey, 200)]
    [InlineData("guarded", OwnKey, 200)]
    [InlineData("guarded", TestHost.EventGridKey, 401)] // system keys do not open functions
    [InlineData("bydefault", null, 401)] // no level given: Function
    [InlineData("bydefault", TestHost.HostKey, 200)]
    [InlineData("bydefault", OwnKey, 401)] // another function's own key
    [InlineData("masters", null, 401)]
    [InlineData("masters", TestHost.HostKey, 401)]
    [InlineData("masters", TestHost.MasterKey, 200)]
    public async Task A_function_is_opened_by_the_keys_of_its_level(string path, string? key, int expected)
    {
        await using var host = await TestHost.StartAsync(new TestApp
        {
            Functions = [typeof(Guarded)],
            Args = [$"--StandinHost:FunctionKeys:Guarded={OwnKey}"],
        });

        (string, string)[] header = key is null ? [] : [("x-functions-key", key)];
        Assert.Equal(expected, (int)await host.StatusAsync("GET", $"/api/{path}", header));
        Assert.Equal(expected, (int)await host.StatusAsync("GET", key is null ? $"/api/{path}" : $"/api/{path}?code={key}"));
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("nonsense", 401)]
    [InlineData(TestHost.EventGridKey, 401)]
    [InlineData(TestHost.HostKey, 403)]
    [InlineData(TestHost.MasterKey, 200)]
    public async Task Admin_needs_the_master_key(string? key, int expected)
    {
        await using var host = await TestHost.StartAsync();

        Assert.Equal(expected, (int)await host.StatusAsync("GET", $"/admin/host/status{(key is null ? "" : $"?code={key}")}"));
    }

    [Fact]
    public async Task The_host_status_is_running()
    {
        await using var host = await TestHost.StartAsync();

        Assert.Equal("""{"state":"Running"}""", await host.GetTextAsync($"/admin/host/status?code={TestHost.MasterKey}"));
    }

    [Theory]
    [InlineData("", 401)]
    [InlineData("?code=" + TestHost.MasterKey, 404)]
    public async Task Other_admin_paths_are_hidden_from_those_without_the_key(string query, int expected)
    {
        await using var host = await TestHost.StartAsync();

        Assert.Equal(expected, (int)await host.StatusAsync("GET", "/admin/anything/else" + query));
    }

    [Fact]
    public async Task Keys_that_no_setting_gives_are_random()
    {
        await using var host = await TestHost.StartAsync(new TestApp
        {
            Functions = [typeof(Guarded)],
            Args = ["--StandinHost:HostKey=", "--StandinHost:MasterKey="],
        });

        Assert.Equal(HttpStatusCode.Unauthorized, await host.StatusAsync("GET", "/api/guarded?code="));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.StatusAsync("GET", "/admin/host/status?code="));
    }

    private sealed class Guarded
    {
        [Function("Open")]
        public void Open([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
        {
        }

        [Function("Guarded")]
        public void Function([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request)
        {
        }

        [Function("ByDefault")]
        public void ByDefault([HttpTrigger("get")] HttpRequest request)
        {
        }

        [Function("Masters")]
        public void Masters([HttpTrigger(AuthorizationLevel.Admin, "get")] HttpRequest request)
        {
        }
    }
}
