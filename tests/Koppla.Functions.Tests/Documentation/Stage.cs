using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Koppla.Functions.Audit;
using Koppla.Functions.ChangeEvents;
using Koppla.Functions.Security;
using Koppla.Functions.Tests.Api;
using Koppla.Functions.Users;
using Koppla.Routing;
using Koppla.Routing.Transfers;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Koppla.Functions.Tests.Documentation;

/// <summary>An organisation in which every operation finds what it is about, and hosts on which something is wrong.</summary>
public sealed class Stage(ApiFixture fixture) : IAsyncLifetime
{
    private const string Nowhere =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=c2VjcmV0;TableEndpoint=http://127.0.0.1:1/devstoreaccount1;";

    private Tenant tenant = null!;
    private TenantUser anna = null!;
    private string number = "";

    internal ApiHost WithoutStorage { get; private set; } = null!;

    /// <summary>Whoever changes something there finds that somebody else was first.</summary>
    internal ApiHost Contended { get; private set; } = null!;

    /// <summary>Takes one request a minute of each person.</summary>
    internal ApiHost Narrow { get; private set; } = null!;

    /// <summary>What paths name, by the name in the document: things that are there.</summary>
    internal IReadOnlyDictionary<string, string> Known => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["number"] = number,
        ["user"] = "me",
        ["profile"] = "lunch",
        ["id"] = "2516900000000000000-0000000000000000",
        ["call"] = "2516900000000000000-0000000000000000",
        ["transfer"] = "00000000000000000000000000000000",
        ["change"] = "2516900000000000000-0000000000000000",
        ["letter"] = "2516900000000000000-0000000000000000",
    };

    /// <summary>Things that are not there, or not of this organisation.</summary>
    internal IReadOnlyDictionary<string, string> Unknown { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["number"] = "+46846599999",
        ["user"] = Guid.NewGuid().ToString(),
        ["profile"] = "no-such-profile",
        ["id"] = "2516900000000000000-0000000000000001",
        ["call"] = "2516900000000000000-0000000000000001",
        ["transfer"] = "00000000000000000000000000000001",
        ["change"] = "2516900000000000000-0000000000000001",
        ["letter"] = "2516900000000000000-0000000000000001",
    };

    public async ValueTask InitializeAsync()
    {
        tenant = await Tenant.CreateAsync(fixture);
        anna = await TenantUser.CreateAsync(
            fixture, tenant, handling => Routines.WithAnHour(handling) with { TransferPolicy = TransferPolicy.Recall });
        number = (await tenant.ReservedAsync(Numbers.OtherOutside)).E164;
        await NamedByExamplesAsync();
        WithoutStorage = await ApiHost.StartAsync(Nowhere, fixture.Issuer.Tokens);
        Contended = await ApiHost.StartAsync(
            fixture.ConnectionString, fixture.Issuer.Tokens, services => services.AddSingleton(ContendedClient(fixture.ConnectionString)));
        Narrow = await ApiHost.StartAsync(fixture.ConnectionString, fixture.Issuer.Tokens, null, ("RateLimits:PersonPerMinute", "1"));
    }

    public async ValueTask DisposeAsync()
    {
        anna.Dispose();
        tenant.Dispose();
        foreach (var host in new[] { WithoutStorage, Contended, Narrow })
        {
            await host.DisposeAsync();
        }
    }

    /// <summary>A request as the document describes it, by somebody who has both roles.</summary>
    /// <param name="names">What the path names; unless told, what is there.</param>
    internal HttpRequestMessage Request(
        Operation operation, string query = "", IReadOnlyDictionary<string, string>? names = null, Guid? person = null, params string[] roles)
    {
        var request = Bare(operation, query, names);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", fixture.Issuer.Tokens.PersonToken(
            tenant.Id.Value,
            person ?? anna.Id.Value,
            "Anna Berg",
            roles is [] ? [Policies.AdministratorRole, Policies.UserRole] : roles,
            ApiHost.Audience));
        return request;
    }

    /// <summary>The same without a token.</summary>
    internal HttpRequestMessage Bare(Operation operation, string query = "", IReadOnlyDictionary<string, string>? names = null)
    {
        var path = (names ?? KnownTo(operation)).Aggregate(
            operation.Path, (filled, name) => filled.Replace($"{{{name.Key}}}", Uri.EscapeDataString(name.Value), StringComparison.Ordinal));
        Assert.DoesNotContain("{", path, StringComparison.Ordinal);
        return new HttpRequestMessage(operation.Method, $"api{path}?{Needed(operation, query)}&{query}")
        {
            Content = operation.HasBody ? Tenant.Json(Encoding.UTF8.GetBytes(operation.Example)) : null,
        };
    }

    internal async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, ApiHost? host = null)
    {
        using var client = new HttpClient { BaseAddress = (host ?? fixture.Host).BaseAddress };
        using (request)
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>What is unassigned belongs to somebody.</summary>
    private IReadOnlyDictionary<string, string> KnownTo(Operation operation) => operation.Id == "unassignNumber"
        ? new Dictionary<string, string>(StringComparer.Ordinal) { ["number"] = anna.Fixed.E164 }
        : Known;

    /// <summary>A user, a change of Anna, a webhook and a dead letter.</summary>
    private async Task NamedByExamplesAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var user = (await fixture.Stores.Users.ReadAsync(tenant.Id, anna.Id, cancellation))!.Value;
        var other = user with { Id = UserId.Parse("5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7b01").Value, Numbers = [] };
        await fixture.Stores.Users.WriteAsync(other, cancellation);
        var change = new Change(
            Known["change"],
            tenant.Id,
            Instant.FromUtc(2026, 11, 3, 13, 10),
            Author.Koppla,
            "profiles-changed",
            AuditedObject.Of(anna.Id),
            null,
            UserMapping.SnapshotOf(user),
            null);
        await fixture.Host.Services.GetRequiredService<AuditLog>().AppendAsync([change], cancellation);
        await fixture.Host.Services.GetRequiredService<DeadLetters>().AddAsync(change, 11, new DeliveryResult(500, "status-500"), cancellation);
        using var webhook = await tenant.PutAsync("organisation/webhook", """{"url":"https://hooks.example.com/koppla","enabled":false}""");
        Assert.Equal(HttpStatusCode.Created, webhook.StatusCode);
    }

    /// <summary>Parameters that must be there, and are not what the test is about.</summary>
    private static string Needed(Operation operation, string query) => string.Join('&', operation.Query
        .Where(parameter => parameter.Required && !query.StartsWith($"{parameter.Name}=", StringComparison.Ordinal))
        .Select(parameter => $"{parameter.Name}=anna"));

    private static TableServiceClient ContendedClient(string connectionString)
    {
        var options = new TableClientOptions();
        options.AddPolicy(new OldVersion(), HttpPipelinePosition.PerCall);
        return new TableServiceClient(connectionString, options);
    }

    private sealed class OldVersion : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message)
        {
            if (message.Request.Headers.TryGetValue("If-Match", out var version) && version != "*")
            {
                message.Request.Headers.SetValue("If-Match", "W/\"datetime'2000-01-01T00%3A00%3A00.0000000Z'\"");
            }
        }
    }
}
