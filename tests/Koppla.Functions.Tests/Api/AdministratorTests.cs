using System.Net;
using Koppla.Functions.Audit;
using Koppla.Functions.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Tests.Api;

/// <summary>Administrators change what happens to others' calls, and the log says who did and whose it was.</summary>
public sealed class AdministratorTests(ApiFixture fixture)
{
    /// <summary>Every change of a user, by method and route below the user, with a body that changes something.</summary>
    private static readonly Dictionary<string, string?> Changes = new(StringComparer.Ordinal)
    {
        ["PUT "] = """{"name":"Anna Ek","language":"english","devices":[]}""",
        ["DELETE "] = null,
        ["POST profiles"] = TenantUser.Profile(TenantUser.Ring),
        ["PUT profiles/{profile}"] = TenantUser.Profile(TenantUser.Ring),
        ["DELETE profiles/{profile}"] = null,
        ["PUT activation"] = """{"profile":"lunch"}""",
        ["DELETE activation"] = null,
        ["POST activation/extend"] = """{"minutes":30}""",
        ["PUT default-profile"] = """{"profile":"lunch"}""",
        ["PUT schedule"] = """{"timeZone":"Etc/UTC"}""",
        ["PUT exceptions"] = """{"items":[{"group":"withheld","treatment":"blocked"}]}""",
        ["PUT transfer-policy"] = """{"onBusy":{"step":"announce"}}""",
        ["DELETE transfer-policy"] = null,
        ["POST restore"] = """{"change":"$change"}""",
    };

    private const string User = "/v1/users/{user}";

    [Fact]
    public async Task Every_change_of_somebody_elses_is_told_with_who_made_it_and_whose_it_is()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var administrator = Guid.NewGuid();
        using var admin = new ApiClient(fixture, tenant.Id, administrator, Policies.AdministratorRole);
        foreach (var (method, route) in ChangesOfUsers())
        {
            Assert.True(Changes.TryGetValue($"{method} {route}", out var body), $"Say what changes something by {method} {route}.");
            using var anna = await TenantUser.CreateAsync(fixture, tenant, handling => Routines.WithAnHour(handling) with
            {
                TransferPolicy = method == "DELETE" ? Routing.Transfers.TransferPolicy.Recall : null,
            });
            var path = $"users/{anna.Id}/{route.Replace("{profile}", "lunch", StringComparison.Ordinal)}".TrimEnd('/');

            var before = await ChangesBeforeAsync(admin, tenant, anna, body);

            var status = await admin.SendAsync(
                HttpMethod.Parse(method), path, body?.Replace("$change", before.FirstOrDefault()?.Id, StringComparison.Ordinal)).StatusAsync();

            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent, $"{method} {route}: {status}");
            var change = Assert.Single((await AuditTrail.OfAsync(fixture, tenant.Id, AuditedObject.Of(anna.Id))).Skip(before.Count));
            Assert.Equal(administrator, change.By.Person?.Value);
            Assert.NotNull(change.By.Address);
        }
    }

    [Fact]
    public async Task A_change_of_many_is_told_for_each()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var administrator = Guid.NewGuid();
        using var admin = new ApiClient(fixture, tenant.Id, administrator, Policies.AdministratorRole);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        using var bo = await TenantUser.CreateAsync(fixture, tenant);

        await admin.PostAsync("users/bulk/activation", $$$"""{"users":["{{{anna.Id}}}","{{{bo.Id}}}"],"activation":{"profile":"lunch"}}""").JsonAsync();

        foreach (var user in new[] { anna, bo })
        {
            var change = Assert.Single(await AuditTrail.OfAsync(fixture, tenant.Id, AuditedObject.Of(user.Id)));
            Assert.Equal(("activation-changed", administrator), (change.Action, change.By.Person?.Value));
        }
    }

    /// <summary>What a change that goes back to an earlier one needs.</summary>
    private async Task<List<Change>> ChangesBeforeAsync(ApiClient admin, Tenant tenant, TenantUser user, string? body)
    {
        if (body?.Contains("$change", StringComparison.Ordinal) == true)
        {
            await admin.PutAsync($"users/{user.Id}/default-profile", """{"profile":"lunch"}""").StatusAsync();
            await admin.PutAsync($"users/{user.Id}/default-profile", """{"profile":"mote"}""").StatusAsync();
        }

        return await AuditTrail.OfAsync(fixture, tenant.Id, AuditedObject.Of(user.Id));
    }

    /// <summary>Whatever the app maps: a route that is added is tried, or fails the test.</summary>
    private IEnumerable<(string Method, string Route)> ChangesOfUsers() =>
        from endpoint in fixture.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let route = endpoint.RoutePattern.RawText!.TrimEnd('/')
        where route == User || route.StartsWith($"{User}/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        where method != "GET"
        select (method, route[User.Length..].TrimStart('/'));
}
