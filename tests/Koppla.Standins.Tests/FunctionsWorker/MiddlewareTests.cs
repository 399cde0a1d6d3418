using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Koppla.Standins.Tests.FunctionsWorker;

public sealed class MiddlewareTests
{
    [Fact]
    public async Task Middleware_wraps_the_function_in_the_order_it_was_added()
    {
        await using var host = await StartAsync(builder =>
        {
            builder.UseMiddleware<Outer>();
            builder.UseMiddleware((context, next) => Note(context, "inner", next));
        });

        await host.GetTextAsync("/api/one");

        Assert.Equal(["outer in", "inner in", "function", "inner out", "outer out"], Notes(host));
    }

    [Fact]
    public async Task Middleware_can_be_for_some_functions_only()
    {
        await using var host = await StartAsync(builder =>
        {
            builder.UseWhen<Outer>(context => context.FunctionDefinition.Name is "One");
            builder.UseWhen(context => context.FunctionDefinition.Name is "Two", (context, next) => Note(context, "inner", next));
        });

        await host.GetTextAsync("/api/one");
        await host.GetTextAsync("/api/two");

        Assert.Equal(["outer in", "function", "outer out", "inner in", "function", "inner out"], Notes(host));
    }

    [Fact]
    public async Task Middleware_can_answer_instead_of_the_function()
    {
        await using var host = await StartAsync(builder => builder.UseMiddleware((context, _) =>
        {
            context.GetHttpContext()!.Response.StatusCode = StatusCodes.Status418ImATeapot;
            return Task.CompletedTask;
        }));

        Assert.Equal(418, (int)await host.StatusAsync("GET", "/api/one"));
        Assert.Empty(Notes(host));
    }

    [Fact]
    public async Task Middleware_that_throws_is_a_500()
    {
        await using var host = await StartAsync(builder =>
            builder.UseMiddleware((_, _) => throw new InvalidOperationException("no")));

        Assert.Equal(500, (int)await host.StatusAsync("GET", "/api/one"));
    }

    [Fact]
    public async Task Items_pass_from_middleware_to_function()
    {
        await using var host = await StartAsync(builder => builder.UseMiddleware((context, next) =>
        {
            context.Items["greeting"] = "hello";
            return next();
        }));

        Assert.Equal("hello", await host.GetTextAsync("/api/one"));
    }

    [Fact]
    public async Task The_context_describes_the_function_and_the_invocation()
    {
        FunctionContext? seen = null;
        await using var host = await StartAsync(builder => builder.UseMiddleware(async (context, next) =>
        {
            seen = context;
            Assert.Same(context.GetHttpContext(), context.Items["HttpRequestContext"]);
            await next();
        }));

        await host.GetTextAsync("/api/one");

        Assert.NotNull(seen);
        Assert.Equal("One", seen.FunctionDefinition.Name);
        Assert.Equal(seen.FunctionId, seen.FunctionDefinition.Id);
        Assert.True(Guid.TryParse(seen.InvocationId, out _));
        Assert.EndsWith("+Functions.One", seen.FunctionDefinition.EntryPoint, StringComparison.Ordinal);
        Assert.Equal(typeof(Functions).Assembly.Location, seen.FunctionDefinition.PathToAssembly);
        var binding = Assert.Single(seen.FunctionDefinition.InputBindings);
        Assert.Equal(("request", "request", "httpTrigger", BindingDirection.In), (binding.Key, binding.Value.Name, binding.Value.Type, binding.Value.Direction));
    }

    [Fact]
    public async Task Middleware_wraps_functions_without_a_request_too()
    {
        var seen = new TaskCompletionSource<HttpContext?>();
        await using var host = await StartAsync(builder => builder.UseMiddleware((context, next) =>
        {
            seen.TrySetResult(context.GetHttpContext());
            return next();
        }));

        await host.StatusAsync("POST", $"/admin/functions/Three?code={TestHost.MasterKey}");

        Assert.Null(await seen.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    private static Task<TestHost> StartAsync(Action<FunctionsApplicationBuilder> configure) => TestHost.StartAsync(new TestApp
    {
        Functions = [typeof(Functions)],
        Configure = builder =>
        {
            builder.Services.AddSingleton<ConcurrentQueue<string>>();
            configure(builder);
        },
    });

    private static string[] Notes(TestHost host) => [.. host.Host.Services.GetRequiredService<ConcurrentQueue<string>>()];

    private static async Task Note(FunctionContext context, string name, Func<Task> next)
    {
        var notes = context.InstanceServices.GetRequiredService<ConcurrentQueue<string>>();
        notes.Enqueue($"{name} in");
        await next();
        notes.Enqueue($"{name} out");
    }

    private sealed class Outer : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) => Note(context, "outer", () => next(context));
    }

    private sealed class Functions(ConcurrentQueue<string> notes)
    {
        [Function("One")]
        public IResult One([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context)
        {
            notes.Enqueue("function");
            return Results.Text(context.Items.TryGetValue("greeting", out var greeting) ? (string)greeting : "nothing");
        }

        [Function("Two")]
        public void Two([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => notes.Enqueue("function");

        [Function("Three")]
        public void Three([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer) => notes.Enqueue("function");
    }
}
