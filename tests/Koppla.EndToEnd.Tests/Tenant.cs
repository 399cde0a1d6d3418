using System.Net.Http.Json;
using System.Text.Json;
using Koppla.Local.Stack;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Simulator.Calls;

namespace Koppla.EndToEnd.Tests;

/// <summary>An organisation in a running system, and what tests do to it.</summary>
internal sealed class Tenant(LocalStack stack, Organisation organisation)
{
    public OrganisationId Id => organisation.Id;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Tenant> CreateAsync(LocalStack stack, PhoneNumber? fallback, bool suspended = false)
    {
        var id = new OrganisationId(Guid.NewGuid());
        var organisation = new Organisation(id, "Testbolaget AB", suspended, AllowedCountries.Default, fallback);
        await stack.Stores.Organisations.WriteAsync(organisation, Cancellation);
        return new Tenant(stack, organisation);
    }

    public HttpClient Admin() => stack.ApiClient(Id.Value, Guid.NewGuid(), "Admin", "Koppla.Admin");

    public async Task<PhoneNumber> ReserveAsync(PhoneNumber number, PhoneNumber? to = null, bool enabled = true)
    {
        var forwarding = to is null ? null : new Forwarding(to, enabled);
        await stack.Stores.Numbers.WriteAsync(number, new ReservedNumber(Id, forwarding), Cancellation);
        return number;
    }

    public async Task<User> UserAsync(
        PhoneNumber number, PhoneNumber? fixedTo = null, PhoneNumber? mobileTo = null, bool hasDevice = true)
    {
        var id = new UserId(Guid.NewGuid());
        var handling = CallHandling.Always(
            Profile.Available(Rule(fixedTo), Rule(mobileTo)), hasDevice ? [new AppDevice($"8:acs:{Guid.NewGuid()}_{id}")] : []);
        var user = new User(id, Id, "Test Person", [number], Language.Swedish, handling);
        await stack.Stores.Users.WriteAsync(user, Cancellation);
        await stack.Stores.Numbers.WriteAsync(number, new AssignedNumber(Id, id), Cancellation);
        return user;
    }

    /// <summary>Places a call and waits for what becomes of it.</summary>
    public async Task<SimulatedCall> CallAsync(PhoneNumber number, PlaceCall? how = null)
    {
        var placed = (how ?? new PlaceCall { From = TestNumbers.Caller.E164, To = "" }) with { To = number.E164 };
        var call = await stack.Simulator.Calls.PlaceAsync(placed, Cancellation);
        await call.Settled.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        return call;
    }

    /// <summary>The record of a call, which is written after the call has gone on.</summary>
    public async Task<JsonElement> RecordOfAsync(SimulatedCall call)
    {
        await call.WaitForAsync(now => now.Timeline.Any(entry => entry.Kind == TimelineKind.EventGrid), Cancellation);
        using var admin = Admin();
        var page = await admin.GetFromJsonAsync<JsonElement>("calls?limit=200", Cancellation);
        return Assert.Single(
            page.GetProperty("items").EnumerateArray(), each => each.GetProperty("correlationId").GetString() == call.Id);
    }

    private static NumberRule Rule(PhoneNumber? to) => to is null ? NumberRule.Ring : NumberRule.Forward(to);
}
