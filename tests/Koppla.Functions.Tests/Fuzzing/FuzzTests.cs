using System.Text;
using CsCheck;
using Koppla.Functions.Tests.Api;
using Koppla.Functions.Tests.Documentation;
using Koppla.Routing.Numbers;
using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Tests.Fuzzing;

/// <summary>Requests with something wrong: never a failure of ours, never half a change, and never much work.</summary>
[Collection(nameof(Alone))]
public sealed class FuzzTests(ApiFixture fixture) : IAsyncLifetime
{
    private const int BodiesOfEach = 60;
    private const int QueriesOfEach = 60;
    private static readonly TimeSpan MostWork = TimeSpan.FromMilliseconds(50);

    private static readonly string[] Oddities =
    [
        "", "%", "%00", "%2e%2e%2f", "'%20or%20true", "-1", "99999999999999999999", "%F0%9F%98%80", "%ED%A0%80", "&", "=", "true", "+", "%0d%0aX:%20y", new string('9', 3000),
    ];

    private static readonly Gen<string> Odd = Gen.Int[0, Oddities.Length - 1].Select(i => Oddities[i]);

    public static TheoryData<string, string> Bodies => [.. Requests.WithBody.Select(each => (each.Method, each.Path))];

    public static TheoryData<string> Queries => [.. Requests.WithParameters];

    private ApiHost host = null!;

    /// <summary>One that takes as many requests as there are, of which no document foresees the parameters.</summary>
    public async ValueTask InitializeAsync() => host = await ApiHost.StartAsync(
        fixture.ConnectionString,
        fixture.Issuer.Tokens,
        services => services.AddSingleton<Answered.BrokenOnPurpose>(),
        ("RateLimits:PersonPerMinute", "100000"),
        ("RateLimits:OrganisationPerMinute", "100000"));

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_with_something_wrong_is_refused_and_changes_nothing(string method, string path)
    {
        using var target = await Target.CreateAsync(fixture, host);
        var document = target.Fill(Requests.WithBody.Single(each => each.Method == method && each.Path == path).Body);
        var bodies = Mutations.Of(document).Array[BodiesOfEach].Single();
        using (var right = await target.SendAsync(method, target.Fill(path), Encoding.UTF8.GetBytes(document)))
        {
            Assert.True((int)right.StatusCode is not (400 or >= 500), $"{right.StatusCode}: {document}");
        }

        var before = await target.StateAsync();
        foreach (var body in bodies)
        {
            using var answer = await CheckAsync(() => target.SendAsync(method, target.Fill(path), body), Encoding.UTF8.GetString(body));
            var after = await target.StateAsync();
            Assert.True((int)answer.StatusCode < 400 || after == before, $"{answer.StatusCode}, and it changed: {Encoding.UTF8.GetString(body)}");
            before = after;
        }
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_path_or_parameter_with_something_wrong_is_refused(string path)
    {
        using var target = await Target.CreateAsync(fixture, host);
        var right = target.Fill(path);
        using (var answer = await target.SendAsync("GET", right, null))
        {
            Assert.True((int)answer.StatusCode < 500);
        }

        var wrong = Gen.Select(Gen.Int[0, right.Length], Gen.Int[0, 8], Odd)
            .Select((at, count, odd) => string.Concat(right.AsSpan(0, at), odd, right.AsSpan(Math.Min(right.Length, at + count))))
            .Array[QueriesOfEach]
            .Single();
        foreach (var each in wrong.Where(each => Uri.TryCreate($"http://127.0.0.1/{each}", UriKind.Absolute, out _)))
        {
            using var answer = await CheckAsync(() => target.SendAsync("GET", each, null), each);
        }
    }

    /// <summary>Work that is too much once may be a collection of garbage or a first compilation; too much three times is not.</summary>
    private static async Task<HttpResponseMessage> CheckAsync(Func<Task<HttpResponseMessage>> send, string what)
    {
        for (var tried = 1; ; tried++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var answer = await send();
            var work = Environment.CpuUsage.TotalTime - before;
            Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}: {what}");
            if (work < MostWork)
            {
                return answer;
            }

            answer.Dispose();
            Assert.True(tried < 3, $"{work.TotalMilliseconds} ms of CPU: {what}");
        }
    }

    private sealed class Target : IDisposable
    {
        private readonly ApiFixture fixture;
        private readonly Tenant tenant;
        private readonly TenantUser user;
        private readonly PhoneNumber number;
        private readonly HttpClient client;

        private Target(ApiFixture fixture, ApiHost host, Tenant tenant, TenantUser user, PhoneNumber number)
        {
            (this.fixture, this.tenant, this.user, this.number) = (fixture, tenant, user, number);
            client = tenant.Client(host);
        }

        public static async Task<Target> CreateAsync(ApiFixture fixture, ApiHost host)
        {
            var organisation = await Tenant.CreateAsync(fixture);
            return new Target(
                fixture, host, organisation, await TenantUser.CreateAsync(fixture, organisation), await organisation.ReservedAsync());
        }

        public string Fill(string text) => text
            .Replace("{user}", user.Id.ToString(), StringComparison.Ordinal)
            .Replace("{number}", number.E164, StringComparison.Ordinal)
            .Replace("{fixed}", user.Fixed.E164, StringComparison.Ordinal);

        public async Task<HttpResponseMessage> SendAsync(string method, string path, byte[]? body)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : Tenant.Json(body) };
            return await client.SendAsync(request, TestContext.Current.CancellationToken);
        }

        /// <summary>What there is of the organisation, with its versions.</summary>
        public async Task<string> StateAsync()
        {
            var cancellation = TestContext.Current.CancellationToken;
            var organisation = await fixture.Stores.Organisations.FindAsync(tenant.Id, cancellation);
            var stored = await fixture.Stores.Users.ReadAsync(tenant.Id, user.Id, cancellation);
            var entry = await fixture.Stores.Numbers.ReadAsync(number, cancellation);
            var mine = await fixture.Stores.Numbers.ReadAsync(user.Fixed, cancellation);
            var numbers = await client.GetStringAsync("numbers/export", cancellation);
            return $"{organisation?.ETag} {stored?.ETag} {entry?.ETag} {mine?.ETag} {numbers}";
        }

        public void Dispose()
        {
            client.Dispose();
            user.Dispose();
            tenant.Dispose();
        }
    }
}
