using Koppla.Functions.Tests.Documentation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Koppla.Functions.Tests.Api;

/// <summary>A bug of ours: it is told that there is one, and nothing about it.</summary>
public sealed class UnexpectedFailureTests(ApiFixture fixture)
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Nothing_of_what_was_thrown_is_in_the_answer(string environment)
    {
        var clock = new BreakingClock();
        await using var host = await ApiHost.StartAsync(
            fixture.ConnectionString,
            fixture.Issuer.Tokens,
            services => services.AddSingleton<IClock>(clock).AddSingleton(new Answered.BrokenOnPurpose()),
            (HostDefaults.EnvironmentKey, environment));
        using var tenant = await Tenant.CreateAsync(fixture);
        using var client = tenant.Client(host);
        clock.IsBroken = true;
        var body = Tenant.Json("{\"number\":\"08-465 004 10\"}"u8.ToArray());

        using var response = await client.PostAsync("decisions/explain", body, TestContext.Current.CancellationToken);

        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(BreakingClock.Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(InvalidOperationException), text, StringComparison.Ordinal);
        await Task.FromResult(response).ProblemAsync(500, "internal-server-error");
    }

    private sealed class BreakingClock : IClock
    {
        public const string Secret = "the spring is loose";

        public bool IsBroken { get; set; }

        public Instant GetCurrentInstant() =>
            IsBroken ? throw new InvalidOperationException(Secret) : SystemClock.Instance.GetCurrentInstant();
    }
}
