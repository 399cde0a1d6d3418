using Koppla.Functions.IncomingCalls;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace Koppla.Functions.Tests.IncomingCalls;

public sealed class RetryLaterTests
{
    private readonly DefaultHttpContext http = new();
    private readonly FunctionContext function = Substitute.For<FunctionContext>();

    public RetryLaterTests() =>
        function.Items.Returns(new Dictionary<object, object> { ["HttpRequestContext"] = http });

    [Fact]
    public async Task A_bug_while_a_call_rings_answers_503_so_that_the_event_comes_again()
    {
        await RunAsync(_ => throw new InvalidOperationException("bug"));

        Assert.Equal(503, http.Response.StatusCode);
    }

    [Fact]
    public async Task An_answer_of_the_function_stays()
    {
        await RunAsync(_ =>
        {
            http.Response.StatusCode = 400;
            return Task.CompletedTask;
        });

        Assert.Equal(400, http.Response.StatusCode);
    }

    [Fact]
    public async Task An_answer_that_has_begun_cannot_be_changed_so_the_failure_goes_on()
    {
        var response = Substitute.For<IHttpResponseFeature>();
        response.HasStarted.Returns(true);
        http.Features.Set(response);

        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(_ => throw new InvalidOperationException("bug")));
    }

    private Task RunAsync(FunctionExecutionDelegate next) =>
        new RetryLaterMiddleware(NullLogger<RetryLaterMiddleware>.Instance).Invoke(function, next);
}
