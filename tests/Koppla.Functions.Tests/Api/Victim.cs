using System.Net;
using Koppla.Routing.Numbers;
using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Tests.Api;

/// <summary>An organisation with something of everything, which nobody of another one may see or change.</summary>
internal sealed class Victim : IDisposable
{
    /// <summary>In every answer that tells anything of it.</summary>
    public const string Secret = "Hemlig";

    private readonly Tenant tenant;
    private readonly TenantUser user;

    private Victim(Tenant tenant, TenantUser user, PhoneNumber reserved, string call) =>
        (this.tenant, this.user, Reserved, Call) = (tenant, user, reserved, call);

    public Routing.OrganisationId Organisation => tenant.Id;

    public string User => user.Id.ToString();

    public string Assigned => user.Fixed.E164;

    public PhoneNumber Reserved { get; }

    public string Call { get; }

    /// <summary>A change of the audit log.</summary>
    public string Change { get; private init; } = "";

    public static async Task<Victim> CreateAsync(ApiFixture fixture)
    {
        var own = await Tenant.CreateAsync(fixture);
        using var admin = new ApiClient(fixture, own.Id, Guid.NewGuid(), Functions.Security.Policies.AdministratorRole);
        await admin.PutAsync("organisation", OrganisationTests.Body(name: $"{Secret}a AB")).StatusAsync();
        var berg = await TenantUser.CreateAsync(fixture, own, Routines.WithAnHour);
        Assert.Equal(HttpStatusCode.OK, await admin.PutAsync(
            $"users/{berg.Id}", $$"""{"name":"{{Secret}} Berg","department":"{{Secret}}t","language":"swedish","devices":[{"kind":"app","id":"8:acs:x"}]}""").StatusAsync());
        var reserved = await own.ReservedAsync(Numbers.Outside);
        var call = (await berg.Api.PostAsync("calls", $$$"""{"to":{"number":"{{{Numbers.Outside.E164}}}"}}""").JsonAsync(HttpStatusCode.Created))["id"]!;
        var log = fixture.Host.Services.GetRequiredService<Functions.Audit.AuditLog>();
        var change = await log.ListAsync(own.Id, new Functions.Audit.AuditQuery(), TestContext.Current.CancellationToken)
            .FirstAsync(TestContext.Current.CancellationToken);
        return new Victim(own, berg, reserved, call.GetValue<string>()) { Change = change.Id };
    }

    public void Dispose()
    {
        user.Dispose();
        tenant.Dispose();
    }
}
