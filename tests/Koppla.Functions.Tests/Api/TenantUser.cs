using Koppla.Functions.Security;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;

namespace Koppla.Functions.Tests.Api;

/// <summary>A user of a tenant, with a fixed and a mobile number and the ten default profiles, and her own way to the API.</summary>
internal sealed class TenantUser : IDisposable
{
    private readonly ApiFixture fixture;
    private readonly OrganisationId organisation;

    private TenantUser(ApiFixture fixture, OrganisationId organisation)
    {
        this.fixture = fixture;
        this.organisation = organisation;
        Fixed = fixture.NewNumber();
        Mobile = fixture.NewMobile();
        Api = new ApiClient(fixture, organisation, Id.Value, Policies.UserRole);
    }

    public UserId Id { get; } = new(Guid.NewGuid());

    public PhoneNumber Fixed { get; }

    public PhoneNumber Mobile { get; }

    /// <summary>As the user herself.</summary>
    public ApiClient Api { get; }

    public static async Task<TenantUser> CreateAsync(
        ApiFixture fixture, Tenant tenant, Func<CallHandling, CallHandling>? change = null)
    {
        var user = new TenantUser(fixture, tenant.Id);
        var handling = CallHandling.Always(DefaultProfiles.All[0], new AppDevice("8:acs:anna"), new TelephoneDevice(Numbers.OtherOutside)) with
        {
            Profiles = DefaultProfiles.All,
        };
        await user.WriteAsync(new User(
            user.Id, tenant.Id, "Anna Berg", [user.Fixed, user.Mobile], Language.Swedish, change is null ? handling : change(handling)));
        foreach (var number in new[] { user.Fixed, user.Mobile })
        {
            await fixture.Stores.Numbers.WriteAsync(number, new AssignedNumber(tenant.Id, user.Id), Cancellation);
        }

        return user;
    }

    public async Task<CallHandling> HandlingAsync() =>
        (await fixture.Stores.Users.ReadAsync(organisation, Id, Cancellation))!.Value.Handling;

    public Task<string> VersionAsync() => Api.GetAsync("users/me").EntityTagAsync();

    public void Dispose() => Api.Dispose();

    /// <summary>A profile whose two rules are these, as JSON.</summary>
    public static string Profile(string fixedRule, string mobileRule = Ring, string name = "Test") =>
        $$"""{"name":"{{name}}","fixed":{{fixedRule}},"mobile":{{mobileRule}}}""";

    public const string Ring = """{"action":"ring"}""";

    public static string Forward(PhoneNumber to) => $$$"""{"action":"forward","forwardTo":{"number":"{{{to.E164}}}"}}""";

    private Task WriteAsync(User user) => fixture.Stores.Users.WriteAsync(user, Cancellation);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
