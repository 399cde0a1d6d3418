using System.Net.Http.Headers;
using System.Text;
using Koppla.Functions.Security;
using Koppla.Routing;
using Koppla.Routing.Destinations;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;

namespace Koppla.Functions.Tests.Api;

/// <summary>An organisation of a test's own and its administrator.</summary>
internal sealed class Tenant : IDisposable
{
    private readonly ApiFixture fixture;
    private readonly HttpClient http;

    private Tenant(ApiFixture fixture)
    {
        this.fixture = fixture;
        http = Client(fixture.Host);
    }

    public OrganisationId Id { get; } = new(Guid.NewGuid());

    public static async Task<Tenant> CreateAsync(ApiFixture fixture, params string[] countries)
    {
        var tenant = new Tenant(fixture);
        var allowed = countries.Length == 0 ? AllowedCountries.Default : AllowedCountries.Of(countries).Value;
        await fixture.Stores.Organisations.WriteAsync(new Organisation(tenant.Id, "Exempelbolaget AB", false, allowed, null), Cancellation);
        return tenant;
    }

    /// <summary>A client of another host, for the same administrator.</summary>
    public HttpClient Client(ApiHost host)
    {
        var client = new HttpClient { BaseAddress = new Uri(host.BaseAddress, "api/v1/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", fixture.Issuer.Tokens.PersonToken(
            Id.Value, Guid.NewGuid(), "Karin Admin", [Policies.AdministratorRole], ApiHost.Audience));
        return client;
    }

    public async Task<PhoneNumber> ReservedAsync(PhoneNumber? destination = null, bool enabled = true, PhoneNumber? number = null)
    {
        number ??= fixture.NewNumber();
        var forwarding = destination is null ? null : new Forwarding(destination, enabled);
        await fixture.Stores.Numbers.WriteAsync(number, new ReservedNumber(Id, forwarding), Cancellation);
        return number;
    }

    public async Task<PhoneNumber> AssignedAsync(Device? device = null, PhoneNumber? forwardsTo = null)
    {
        var number = fixture.NewNumber();
        var rule = forwardsTo is null ? NumberRule.Ring : NumberRule.Forward(forwardsTo);
        var profile = Profile.Available(rule, rule);
        var handling = CallHandling.Always(profile, device is null ? [] : [device]);
        var user = new User(new UserId(Guid.NewGuid()), Id, "Anna Berg", [number], Language.Swedish, handling);
        await fixture.Stores.Users.WriteAsync(user, Cancellation);
        await fixture.Stores.Numbers.WriteAsync(number, new AssignedNumber(Id, user.Id), Cancellation);
        return number;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<HttpResponseMessage> DeleteAsync(string path, string? ifMatch = null) => SendAsync(HttpMethod.Delete, path, null, ifMatch);

    public Task<HttpResponseMessage> PutAsync(string path, string json, string? ifMatch = null) =>
        SendAsync(HttpMethod.Put, path, Json(Encoding.UTF8.GetBytes(json)), ifMatch);

    public Task<HttpResponseMessage> PutAsync(string path, HttpContent? content) => SendAsync(HttpMethod.Put, path, content);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await SendAsync(request);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => http.SendAsync(request, Cancellation);

    public void Dispose() => http.Dispose();

    internal static ByteArrayContent Json(byte[] body) => new(body) { Headers = { ContentType = new("application/json") } };

    internal static string Forwarding(PhoneNumber number) => $"numbers/{number.E164}/forwarding";

    internal static string To(PhoneNumber destination) => $$"""{"destination":"{{destination.E164}}"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
