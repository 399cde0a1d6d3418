using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Koppla.Standins.Tests.FunctionsWorker;

public sealed class StartTests
{
    [Fact]
    public async Task The_log_tells_the_real_address()
    {
        await using var host = await TestHost.StartAsync();

        Assert.Contains($"Now listening on: {host.Client.BaseAddress!.OriginalString} ", host.Log.Lines(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_ends_the_start_with_one_message_and_exit_code_1()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        await using var host = await TestHost.StartAsync(new TestApp { Args = ["--urls=" + url] });

        AssertGaveUp(host, $"The host cannot start. The address {url} is already in use: ");
    }

    [Theory]
    [InlineData(typeof(UnknownParameter), "nothing can fill parameter 'name' of type String")]
    [InlineData(typeof(WrongTriggerType), "eventGridTrigger cannot fill parameter 'number' of type Int32")]
    [InlineData(typeof(NoTrigger), "needs exactly one parameter with a trigger attribute, has 0")]
    [InlineData(typeof(TwoTriggers), "needs exactly one parameter with a trigger attribute, has 2")]
    [InlineData(typeof(ForeignTrigger), "the trigger ForeignTriggerAttribute is not supported")]
    [InlineData(typeof(NotPublic), "a function is a public, non-generic method of a concrete class")]
    [InlineData(typeof(SameNames), "there are two functions with this name")]
    [InlineData(typeof(BadSchedule), "'every now and then' is not an NCRONTAB schedule")]
    [InlineData(typeof(NoSetting), "'%Missing%' does not resolve to a setting")]
    [InlineData(typeof(BadRoute), "the route 'api/{unclosed' is not valid")]
    [InlineData(typeof(UnknownConstraint), "the route 'api/{id:prime}' is not valid")]
    [InlineData(typeof(UserLevel), "the authorization level User is not supported")]
    [InlineData(typeof(Batched), "IsBatched is not supported")]
    public async Task A_function_that_cannot_be_bound_ends_the_start_with_a_message(Type function, string message)
    {
        await using var host = await TestHost.StartAsync(function);

        AssertGaveUp(host, message);
    }

    [Fact]
    public async Task HTTP_functions_need_the_web_application()
    {
        var builder = new FunctionsApplicationBuilder([], Path.GetTempPath()) { FunctionTypes = [typeof(Slow)] };
        var log = new CapturedLog();
        builder.Logging.ClearProviders().AddProvider(log);
        using var host = builder.Build();

        await host.StartAsync(TestContext.Current.CancellationToken);

        Assert.Contains("ConfigureFunctionsWebApplication", Assert.Single(log.Lines(LogLevel.Critical)), StringComparison.Ordinal);
        Environment.ExitCode = 0;
    }

    [Fact]
    public void An_app_is_built_once()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        using var host = builder.Build();

        Assert.Throws<InvalidOperationException>(builder.Build);
    }

    [Fact]
    public async Task A_stop_lets_requests_finish_before_hosted_services_stop()
    {
        var order = new List<string>();
        await using var host = await TestHost.StartAsync(new TestApp
        {
            Functions = [typeof(Slow)],
            Configure = builder => builder.Services
                .AddSingleton<Gate>()
                .AddSingleton(order)
                .AddHostedService<Notary>(),
        });
        var gate = host.Host.Services.GetRequiredService<Gate>();
        var answer = host.StatusAsync("GET", "/api/slow");
        await gate.Entered.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        var stop = host.Host.StopAsync(TestContext.Current.CancellationToken);
        Assert.False(stop.IsCompleted);
        gate.Leave.SetResult();

        Assert.Equal(HttpStatusCode.OK, await answer);
        await stop;
        Assert.Equal(["request ended", "service stopped"], order);
    }

    [Fact]
    public async Task Services_of_the_app_do_not_add_to_the_pipeline()
    {
        await using var host = await TestHost.StartAsync(new TestApp
        {
            Functions = [typeof(Identity)],
            Args = ["--environment=Development"],
            Configure = builder =>
            {
                builder.Services.AddAuthentication();
                builder.Services.AddAuthorization(options => options.FallbackPolicy = new(
                    [new Microsoft.AspNetCore.Authorization.Infrastructure.DenyAnonymousAuthorizationRequirement()], []));
            },
        });

        Assert.Equal("reached", await host.GetTextAsync("/api/identity"));
        Assert.Equal(HttpStatusCode.InternalServerError, await host.StatusAsync("POST", "/api/identity")); // and no developer's page
    }

    [Fact]
    public async Task A_function_can_hand_its_request_to_a_pipeline_of_the_app()
    {
        await using var host = await TestHost.StartAsync(new TestApp
        {
            Functions = [typeof(Handover)],
            Configure = builder => builder.Services.AddSingleton<InnerPipeline>(),
        });

        Assert.Equal("number 7 of /api", await host.GetTextAsync("/api/v1/numbers/7"));
        Assert.Equal(HttpStatusCode.NotFound, await host.StatusAsync("GET", "/api/v1/numbers/seven"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await host.StatusAsync("POST", "/api/v1/numbers/7"));
    }

    private static void AssertGaveUp(TestHost host, string message)
    {
        Assert.Contains(message, Assert.Single(host.Log.Lines(LogLevel.Critical)), StringComparison.Ordinal);
        Assert.True(host.Host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
        Assert.Equal(1, Environment.ExitCode);
        Environment.ExitCode = 0;
    }

    private sealed class Gate
    {
        public TaskCompletionSource Entered { get; } = new();

        public TaskCompletionSource Leave { get; } = new();
    }

    private sealed class Notary(List<string> order) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            order.Add("service stopped");
            return Task.CompletedTask;
        }
    }

    private sealed class Slow(Gate gate, List<string> order)
    {
        [Function("Slow")]
        public async Task Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
        {
            gate.Entered.SetResult();
            await gate.Leave.Task;
            order.Add("request ended");
        }
    }

    private sealed class Identity
    {
        [Function("Identity")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post")] HttpRequest request) =>
            HttpMethods.IsPost(request.Method) ? throw new InvalidOperationException("told to") : Results.Text("reached");
    }

    private sealed class InnerPipeline
    {
        public InnerPipeline(IServiceProvider services)
        {
            var app = new ApplicationBuilder(services);
            app.UsePathBase("/api");
            app.UseRouting();
            app.UseEndpoints(endpoints => endpoints.MapGet("v1/numbers/{id:int}", (int id, HttpRequest request) => $"number {id} of {request.PathBase}"));
            Run = app.Build();
        }

        public RequestDelegate Run { get; }
    }

    private sealed class Handover(InnerPipeline inner)
    {
        [Function("Handover")]
        public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "v1/numbers/{*path}")] HttpRequest request)
        {
            request.HttpContext.SetEndpoint(null);
            request.RouteValues.Clear();
            return inner.Run(request.HttpContext);
        }
    }

    private sealed class UnknownParameter
    {
        [Function("F")]
        public void Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, string name)
        {
        }
    }

    private sealed class WrongTriggerType
    {
        [Function("F")]
        public void Run([EventGridTrigger] int number)
        {
        }
    }

    private sealed class NoTrigger
    {
        [Function("F")]
        public void Run(FunctionContext context)
        {
        }
    }

    private sealed class TwoTriggers
    {
        [Function("F")]
        public void Run([EventGridTrigger] string one, [EventGridTrigger] string two)
        {
        }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    private sealed class ForeignTriggerAttribute : TriggerBindingAttribute;

    private sealed class ForeignTrigger
    {
        [Function("F")]
        public void Run([ForeignTrigger] string text)
        {
        }
    }

    private sealed class NotPublic
    {
        [Function("F")]
        internal void Run([EventGridTrigger] string text)
        {
        }
    }

    private sealed class SameNames
    {
        [Function("F")]
        public void Run([EventGridTrigger] string text)
        {
        }

        [Function("f")]
        public void RunToo([EventGridTrigger] string text)
        {
        }
    }

    private sealed class BadSchedule
    {
        [Function("F")]
        public void Run([TimerTrigger("every now and then")] TimerInfo timer)
        {
        }
    }

    private sealed class NoSetting
    {
        [Function("F")]
        public void Run([TimerTrigger("%Missing%")] TimerInfo timer)
        {
        }
    }

    private sealed class BadRoute
    {
        [Function("F")]
        public void Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{unclosed")] HttpRequest request)
        {
        }
    }

    private sealed class UnknownConstraint
    {
        [Function("F")]
        public void Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{id:prime}")] HttpRequest request)
        {
        }
    }

    private sealed class UserLevel
    {
        [Function("F")]
        public void Run([HttpTrigger(AuthorizationLevel.User)] HttpRequest request)
        {
        }
    }

    private sealed class Batched
    {
        [Function("F")]
        public void Run([EventGridTrigger(IsBatched = true)] string text)
        {
        }
    }
}
